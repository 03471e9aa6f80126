using System.Text.Json.Nodes;
using CeActors.Functions.Review;
using CeActors.Functions.Tests.Hosting;

namespace CeActors.Functions.Tests.Matrix.Values;

/// <summary>Wrong values of reviewers and clerks, and of units' administrators.</summary>
internal static class ReviewValues
{
    private const string Next = "/nextUnitCode";

    public static IEnumerable<BadRow> Rows =>
        [.. Passing, .. Returning, .. Rerouting, .. Revoking, .. Batches, .. Members];

    private static IEnumerable<BadRow> Passing =>
        [
            BadRow.At("passDeclaration", "an unknown unit", 422, Next, Next, "NO-SUCH-UNIT"),
            BadRow.At("passDeclaration", "another employer", 422, Next, Next, World.OtherEmployer),
            BadRow.At("passDeclaration", "an agency that is not its own", 422, Next, Next, World.OtherAgency),
            BadRow.At("passDeclaration", "the agency, past the department", 422, Next, Next, World.Agency),
            BadRow.At("passDeclaration", "where it is", 422, Next, Next, World.Employer),
            BadRow.At("passDeclaration", "a code that is none", 422, Next, Next, "小写"),
            BadRow.At("passDeclaration", "an empty code", 422, Next, Next, ""),
            BadRow.At("passDeclaration", "no unit at all", 422, Next, Next, null),
            new(
                "passDeclaration",
                "a next unit at an agency",
                422,
                Next,
                (world, stage) => stage.About(AtAgency(world, stage))
            ),
            new(
                "passDeclaration",
                "recognised already",
                409,
                "already-recognised",
                (world, stage) =>
                    stage.About(world.StageOf("revokeRecognition")) with
                    {
                        Subject = World.AgencyClerk,
                        Body = "{}",
                    }
            ),
            new(
                "passDeclaration",
                "decided already",
                409,
                "decided-already",
                (world, stage) =>
                    stage.About(AtAgency(world, stage)) with
                    {
                        Subject = World.EmployerReviewer,
                        Values = AtAgency(world, stage).Values.SetItem("unit", World.Employer),
                    }
            ),
            BadRow.Address(
                "passDeclaration",
                "a unit that has not got it",
                404,
                "declaration-not-found",
                "unit",
                World.Department
            ),
        ];

    private static IEnumerable<BadRow> Returning =>
        [
            BadRow.At("returnDeclaration", "an empty reason", 422, "/reason", "/reason", ""),
            BadRow.At("returnDeclaration", "a blank reason", 422, "/reason", "/reason", " \t\n"),
            BadRow.At("returnDeclaration", "an item that is not its own", 422, "/itemIds/0", "/itemIds/0", "abcdefgh"),
            BadRow.At(
                "returnDeclaration",
                "more items than may be",
                422,
                "/itemIds",
                "/itemIds",
                new JsonArray([.. Enumerable.Range(0, 51).Select(number => (JsonNode)$"item{number}")])
            ),
        ];

    private static IEnumerable<BadRow> Rerouting =>
        [
            BadRow.At("rerouteDeclaration", "an empty reason", 422, "/reason", "/reason", ""),
            BadRow.At("rerouteDeclaration", "an unknown unit", 422, Next, Next, "NO-SUCH-UNIT"),
            BadRow.At("rerouteDeclaration", "a unit of another tree", 422, Next, Next, World.Department),
            BadRow.At("rerouteDeclaration", "an empty code", 422, Next, Next, ""),
            new("rerouteDeclaration", "where it is", 422, Next, (_, stage) => stage.Where(Next, stage.Values["unit"])),
            BadRow.About("rerouteDeclaration", "at the employer", 409, "reroute-at-employer", "passDeclaration"),
        ];

    private static IEnumerable<BadRow> Revoking =>
        [
            BadRow.At("revokeRecognition", "an empty reason", 422, "/reason", "/reason", ""),
            BadRow.At("revokeRecognition", "a blank reason", 422, "/reason", "/reason", "　"),
            new(
                "revokeRecognition",
                "not recognised",
                409,
                "not-recognised",
                (world, stage) => stage.About(AtAgency(world, stage)) with { Subject = World.AgencyAuditor }
            ),
            new(
                "revokeRecognition",
                "by a clerk",
                403,
                "role-missing",
                (_, stage) => stage with { Subject = World.AgencyClerk }
            ),
        ];

    private static IEnumerable<BadRow> Batches =>
        [
            BadRow.At("startBatch", "nothing in it", 400, "/items", "/items", new JsonArray()),
            BadRow.At(
                "startBatch",
                "more than may be",
                400,
                "/items",
                "/items",
                new JsonArray([.. Enumerable.Range(0, StartBatchRequest.ItemsMax + 1).Select(Item)])
            ),
            new(
                "startBatch",
                "one of them twice",
                422,
                "/items/1/declarationId",
                (_, stage) =>
                {
                    var items = JsonNode.Parse(stage.Body!)!["items"]!.AsArray();
                    return stage.Where("/items", new JsonArray(items[0]!.DeepClone(), items[0]!.DeepClone()));
                }
            ),
            BadRow.At("startBatch", "an id that is none", 422, "/items/0/declarationId", "/items/0/declarationId", "x"),
            new(
                "startBatch",
                "a return without a reason",
                422,
                "/reason",
                (_, stage) => stage.Where("/verdict", "return").Where("/reason", null)
            ),
            new(
                "startBatch",
                "a unit that is no agency",
                403,
                "agency-only",
                (_, stage) => stage.At("unit", World.Employer) with { Subject = World.EmployerAdministrator }
            ),
        ];

    private static IEnumerable<BadRow> Members =>
        [
            BadRow.At("setMember", "an empty name", 422, "/name", "/name", ""),
            BadRow.At("setMember", "too long a name", 422, "/name", "/name", new string('名', 51)),
            BadRow.At("setMember", "no role", 422, "/roles", "/roles", new JsonArray()),
            BadRow.At("setMember", "a role of agencies", 422, "/roles", "/roles", new JsonArray("clerk")),
            BadRow.At("setMember", "a role that is none", 400, "/roles", "/roles", new JsonArray("king")),
            BadRow.Body(
                "setMember",
                "another account that can be none",
                422,
                "/naturalPersonId",
                """{"name":"张三","roles":["reviewer"],"naturalPersonId":"nobody at all"}"""
            ),
            BadRow.Address("setMember", "a person id that is none", 400, "route:personId", "personId", "somebody"),
            BadRow.Address("setMember", "an unknown unit", 404, "unit-not-found", "unit", "NO-SUCH-UNIT"),
            BadRow.Address("removeMember", "a person id that is none", 400, "route:personId", "personId", "somebody"),
            BadRow.Address("removeMember", "an unknown unit", 404, "unit-not-found", "unit", "NO-SUCH-UNIT"),
            new(
                "removeMember",
                "its last administrator, by themself",
                409,
                "last-administrator",
                (_, stage) => stage.At("personId", FrontFixture.PersonIdOf(stage.Subject))
            ),
        ];

    private static JsonNode Item(int number) =>
        new JsonObject
        {
            ["declarationId"] = $"000-{new string('a', 24)}{(char)('a' + number / 26)}{(char)('a' + number % 26)}",
            ["version"] = 2,
        };

    /// <summary>The declaration that waits at the agency for the batch.</summary>
    private static Stage AtAgency(MatrixWorld world, Stage stage)
    {
        var item = JsonNode.Parse(world.StageOf("startBatch").Body!)!["items"]![0]!;
        return stage.At("unit", World.Agency).At("id", item["declarationId"]!.GetValue<string>()) with
        {
            Subject = World.AgencyClerk,
            Tag = $"\"v{item["version"]}\"",
        };
    }
}
