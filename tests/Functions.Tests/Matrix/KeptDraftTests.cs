using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>
/// The rows of bad values that do change something: a draft keeps what was typed, wrong or not, and lists its problems. What may
/// change is its own document, and nothing else.
/// </summary>
[Collection(nameof(InMatrix))]
public sealed class KeptDraftTests(MatrixWorld world) : ChangesSomething(world)
{
    private static readonly Dictionary<string, (string Operation, string Body, string Place)> Kept = new()
    {
        ["negative hours"] = ("addDeclarationItem", """{"year":2024,"hours":"-1"}""", "/items/{id}/hours"),
        ["absurd hours"] = ("addDeclarationItem", """{"year":2024,"hours":"99999999"}""", "/items/{id}/hours"),
        ["hours in words"] = ("addDeclarationItem", """{"year":2024,"hours":"四十"}""", "/items/{id}/hours"),
        ["no quarters"] = ("addDeclarationItem", """{"year":2024,"hours":"1.1"}""", "/items/{id}/hours"),
        ["a year outside the rules"] = ("addDeclarationItem", """{"year":1800}""", "/items/{id}/year"),
        ["a year outside the span"] = ("addDeclarationItem", """{"year":2023}""", "/items/{id}/year"),
        ["no year"] = ("addDeclarationItem", """{"hours":"1"}""", "/items/{id}/year"),
        ["a subject that is none"] = ("addDeclarationItem", """{"subject":"neither"}""", "/items/{id}/subject"),
        ["a day that is none"] = ("addDeclarationItem", """{"startDate":"2024-02-30"}""", "/items/{id}/startDate"),
        ["a changed item"] = ("changeDeclarationItem", """{"year":2024,"hours":"-1"}""", "/items/{id}/hours"),
        ["a telephone that is none"] = ("saveDeclarationHead", """{"phone":"12"}""", "/head/phone"),
        ["a span upside down"] = (
            "saveDeclarationHead",
            """{"spanFromYear":"2025","spanToYear":"2024"}""",
            "/head/spanToYear"
        ),
        ["an address that is none"] = ("saveDeclarationHead", """{"email":"nobody"}""", "/head/email"),
        ["an empty head"] = ("saveDeclarationHead", "{}", "/head/phone"),
    };

    public static TheoryData<string> Each
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var says in Kept.Keys)
            {
                data.Add(says);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task It_is_kept_as_typed_with_its_problem_and_nothing_else_changes(string says)
    {
        var (operation, body, place) = Kept[says];
        var stage = (await World.Maker.MakeAsync(Operations.Of(operation)))! with { Body = body };
        var id = stage.Values["id"];
        var before = await World.StoredAsync();

        var reply = await stage.SendAsync(World);
        reply.Code.ShouldBeOneOf([200, 201], reply.Text);

        (await World.StoredAsync())
            .ChangesSince(before)
            .ShouldHaveSingleItem()
            .ShouldMatch($@"^written: State\d+ b\d+ !d\|declaration\|declaration\|{id}$");
        var view = await World.As(stage.Subject).GetAsync($"/api/declarations/{id}");
        var item = reply.Json["createdId"]?.GetValue<string>() ?? stage.Values.GetValueOrDefault("itemId");
        Problems(view).ShouldContain(place.Replace("{id}", item));
        Problems(reply).ShouldBe(Problems(view));
        view["version"].ToJsonString().ShouldBe(reply["version"].ToJsonString());
    }

    private static IReadOnlyList<string> Problems(Reply reply) =>
        [.. reply["problems"].AsArray().Select(problem => problem!["path"]!.GetValue<string>())];
}
