using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Command ids and versions that are missing, malformed or stale: the header is named, and nothing is written.</summary>
[Collection(nameof(InMatrix))]
[Trait(PublishedSuiteTests.Suite, PublishedSuiteTests.Http)]
public sealed class BadHeaderTests(MatrixWorld world) : ChangesNothing(world)
{
    public static TheoryData<string> Changing => MatrixData.Of(operation => operation.Changes);

    public static TheoryData<string> WithRequiredVersion => MatrixData.Of(operation => operation.RequiresVersion);

    public static TheoryData<string> WithVersion => MatrixData.Of(operation => operation.TakesVersion);

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task A_command_without_a_key_or_with_a_bad_one_is_400(string id)
    {
        (await SendAsync(id, key: null))
            .RequireProblem(400, "idempotency-key-required")
            .Places.ShouldBe(["header:Idempotency-Key"]);
        foreach (var key in (string[])["short", new string('a', 65), "with space", "semi;colon;"])
        {
            (await SendAsync(id, key: key))
                .RequireProblem(400, "idempotency-key-malformed")
                .Places.ShouldBe(["header:Idempotency-Key"]);
        }
    }

    [Theory]
    [MemberData(nameof(WithRequiredVersion))]
    public async Task A_decision_without_a_version_is_428(string id) =>
        (await SendAsync(id, Caller.NewKey(), _ => null))
            .RequireProblem(428, "if-match-required")
            .Places.ShouldBe(["header:If-Match"]);

    [Theory]
    [MemberData(nameof(WithVersion))]
    public async Task A_version_that_is_none_of_ours_is_400(string id)
    {
        foreach (
            var tag in (string[])
                ["v1", "\"v-1\"", "\"x\"", "*", "W/\"v1\"", "\"v1\", \"v2\"", "\"v99999999999999999999\""]
        )
        {
            (await SendAsync(id, Caller.NewKey(), _ => tag))
                .RequireProblem(400, "if-match-malformed")
                .Places.ShouldBe(["header:If-Match"], tag);
        }
    }

    [Theory]
    [MemberData(nameof(WithVersion))]
    public async Task Another_version_than_the_present_one_is_412(string id)
    {
        foreach (var stale in (string[])["\"v0\"", "\"v0-r0\"", "\"v999\"", "\"v999-r999\""])
        {
            (await SendAsync(id, Caller.NewKey(), _ => stale)).RequireProblem(412, "stale-version");
        }
    }

    private Task<Reply> SendAsync(string id, string? key, Func<string?, string?>? tag = null)
    {
        var stage = World.StageOf(id);
        return World
            .As(stage.Subject)
            .SendAsync(stage.Operation.Method, stage.Path, stage.Body, tag is null ? stage.Tag : tag(stage.Tag), key);
    }
}
