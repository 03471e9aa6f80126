using System.Net;
using System.Text.Json.Nodes;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>
/// What the matrix spoils is good to begin with: each request takes effect as it is, once. Otherwise "changes nothing" would be
/// true of anything.
/// </summary>
[Collection(nameof(InMatrix))]
[Trait(PublishedSuiteTests.Suite, PublishedSuiteTests.Http)]
public sealed class GoodRequestTests(MatrixWorld world) : ChangesSomething(world)
{
    // It starts work and stores nothing; VerificationTests tell what it does instead.
    private const string StoresNothing = "startVerification";

    public static TheoryData<string> Changing =>
        MatrixData.Of(operation => operation.Changes && operation.Id != StoresNothing);

    public static TheoryData<string> Reading => MatrixData.Of(operation => !operation.Changes);

    public static TheoryData<string> ChangingWithBody =>
        MatrixData.Of(operation => operation.Changes && operation.TakesBody);

    [Fact]
    public void Every_operation_has_a_good_request() => World.WithoutStage.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task A_good_reading_is_answered(string id) =>
        ((int)(await World.StageOf(id).SendAsync(World)).Status).ShouldBeOneOf(200, 302);

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task A_good_command_changes_what_is_stored_and_its_repetition_does_not(string id)
    {
        var stage = (await World.Maker.MakeAsync(Operations.Of(id)))!;
        var key = Caller.NewKey();
        var before = await World.StoredAsync();

        var reply = await stage.SendAsync(World, key);
        reply.Code.ShouldBeOneOf([200, 201, 202], reply.Text);
        await SettledAsync(reply);
        var after = await World.StoredAsync();
        after.ChangesSince(before).ShouldNotBeEmpty();

        var again = await stage.SendAsync(World, key);
        again.Status.ShouldBe(reply.Status, again.Text);
        again.Tag.ShouldBe(reply.Tag);
        (await World.StoredAsync()).ChangesSince(after).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ChangingWithBody))]
    public async Task The_same_command_id_with_another_body_is_422_and_changes_nothing(string id)
    {
        var stage = (await World.Maker.MakeAsync(Operations.Of(id)))!;
        var key = Caller.NewKey();
        var reply = await stage.SendAsync(World, key);
        reply.Code.ShouldBeOneOf([200, 201, 202], reply.Text);
        await SettledAsync(reply);
        var before = await World.StoredAsync();

        (await Otherwise(stage).SendAsync(World, key)).RequireProblem(422, "command-id-reused");

        (await World.StoredAsync()).ChangesSince(before).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Somebody_elses_command_id_is_nobodys_business(string id)
    {
        var stage = (await World.Maker.MakeAsync(Operations.Of(id)))!;
        var key = Caller.NewKey();
        var reply = await stage.SendAsync(World, key);
        await SettledAsync(reply);
        var before = await World.StoredAsync();

        var other = await stage.SendAsync(World.As("somebody-unregistered"), Stage.JsonContent(stage.Body), key);

        other.Code.ShouldBeOneOf([403, 404, 409], other.Text);
        other.RequireProblem(other.Code);
        (await World.StoredAsync()).ChangesSince(before).ShouldBeEmpty();
    }

    private async Task SettledAsync(Reply reply)
    {
        if (reply.Status == HttpStatusCode.Accepted)
        {
            await World.Maker.BatchIsFinishedAsync(reply);
        }
    }

    /// <summary>The same wish in other words: the first free text is another, or else the first number.</summary>
    private static Stage Otherwise(Stage stage)
    {
        var leaves = JsonPlaces.Leaves(stage.Body!);
        var text = leaves.LastOrDefault(path =>
            JsonPlaces.IsFreeText(stage, path) && !path.EndsWith("/hours") && !path.EndsWith("/contentType")
        );
        if (text is null)
        {
            return stage.Where(leaves[0], 2023);
        }

        var value = JsonPlaces.Find(JsonNode.Parse(stage.Body!)!, text)!.GetValue<string>();
        return stage.Where(text, $"{value}1");
    }
}
