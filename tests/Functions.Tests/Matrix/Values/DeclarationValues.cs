using System.Text.Json.Nodes;

namespace CeActors.Functions.Tests.Matrix.Values;

/// <summary>Wrong values of declarants' commands. What a draft keeps as typed is in <see cref="KeptDraftTests"/>.</summary>
internal static class DeclarationValues
{
    private const string Whole = """
        {"head":{"phone":"13900000001","title":"讲师","titleLevel":"intermediate","profession":"高等教育",
                 "spanFromYear":"2024","spanToYear":"2024","promisesTruth":true},
         "items":[{"year":2024,"subject":"general","activityType":"training","activityName":"研修班",
                   "organiser":"长沙市培训中心","startDate":"2024-05-01","endDate":"2024-05-10","hours":"30"}],
         "confirmedImports":[{"year":2024,"recordIds":["record-2024"]}],
         "submit":true}
        """;

    public static IEnumerable<BadRow> Rows =>
        [.. Filing, .. Submission, .. Drafts, .. Locked, .. Imports, .. Withdrawal];

    private static IEnumerable<BadRow> Filing =>
        [
            Filed("negative hours", "/items/*/hours", "/items/0/hours", "-1"),
            Filed("absurd hours", "/items/*/hours", "/items/0/hours", "99999999"),
            Filed("hours that are no number", "/items/*/hours", "/items/0/hours", "四十"),
            Filed("hours that are no quarters", "/items/*/hours", "/items/0/hours", "1.1"),
            Filed("a year outside the rules", "/items/*/year", "/items/0/year", 1800),
            Filed("a negative year", "/items/*/year", "/items/0/year", -2024),
            Filed("a year outside the span", "/items/*/year", "/items/0/year", 2023),
            Filed("a subject that is none", "/items/*/subject", "/items/0/subject", "neither"),
            Filed("a form of learning that is none", "/items/*/activityType", "/items/0/activityType", "sleeping"),
            Filed("a day that is none", "/items/*/startDate", "/items/0/startDate", "2024-02-30"),
            Filed("a day of another year", "/items/*/endDate", "/items/0/endDate", "2023-05-10"),
            Filed("an end before its start", "/items/*/endDate", "/items/0/endDate", "2024-04-30"),
            Filed("an empty name", "/items/*/activityName", "/items/0/activityName", ""),
            Filed("no telephone", "/head/phone", "/head/phone", null),
            Filed("a telephone that is none", "/head/phone", "/head/phone", "12"),
            Filed("a level that is none", "/head/titleLevel", "/head/titleLevel", "supreme"),
            Filed("a span upside down", "/head/spanToYear", "/head/spanToYear", "2023"),
            Filed("a span that is no year", "/head/spanFromYear", "/head/spanFromYear", "二〇二四"),
            Filed("no promise", "/head/promisesTruth", "/head/promisesTruth", false),
            BadRow.Body(
                "fileDeclaration",
                "nothing declared",
                422,
                "/items",
                """{"head":{"phone":"13900000001","title":"讲师"},"submit":true}"""
            ),
            Filed(
                "a record that the platform never gave",
                "/confirmedImports/0/recordIds/0",
                "/confirmedImports/0/recordIds/0",
                "made-up"
            ),
            Filed("a record of another year", "/confirmedImports/0/recordIds/0", "/confirmedImports/0/year", 2023),
            BadRow.Body("fileDeclaration", "evidence is missing", 422, "declaration-invalid", Whole),
            BadRow.Body("fileDeclaration", "nothing at all, submitted", 422, "/head/phone", """{"submit":true}"""),
            BadRow.Body(
                "fileDeclaration",
                "more items than may be",
                429,
                "items-max",
                $$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"year":2024}""", 201))}}]}"""
            ),
            BadRow.Body(
                "fileDeclaration",
                "more text than can be stored",
                429,
                "draft-too-long",
                $$"""{"items":[{{string.Join(
                    ',',
                    Enumerable.Repeat($$"""{"note":"{{new string('注', 500)}}","place":"{{new string('x', 500)}}"}""", 101)
                )}}]}"""
            ),
            new(
                "fileDeclaration",
                "another is open",
                409,
                "declaration-open",
                (world, stage) => stage with { Subject = world.StageOf("submitDeclaration").Subject }
            ),
            new(
                "fileDeclaration",
                "not registered",
                409,
                "professional-not-registered",
                (_, stage) => stage with { Subject = "somebody-unregistered" }
            ),
        ];

    private static IEnumerable<BadRow> Submission =>
        [
            new("submitDeclaration", "hours that a draft kept", 422, "/items/*/hours", ToDraft),
            new("submitDeclaration", "a year that a draft kept", 422, "/items/*/year", ToDraft),
            new("submitDeclaration", "a telephone that a draft kept", 422, "/head/phone", ToDraft),
            BadRow.About("submitDeclaration", "submitted already", 409, "already-submitted", "withdrawDeclaration"),
            new(
                "submitDeclaration",
                "an upload that was not completed",
                422,
                "declaration-invalid",
                (world, stage) => stage.About(world.StageOf("completeEvidence"))
            ),
        ];

    private static IEnumerable<BadRow> Drafts =>
        [
            BadRow.Address("changeDeclarationItem", "no such item", 404, "item-not-found", "itemId", "abcdefgh"),
            BadRow.Address("removeDeclarationItem", "no such item", 404, "item-not-found", "itemId", "abcdefgh"),
            BadRow.Address(
                "saveDeclarationHead",
                "no such one",
                404,
                "declaration-not-found",
                "id",
                Samples.DeclarationId
            ),
            BadRow.Address(
                "addDeclarationItem",
                "no such one",
                404,
                "declaration-not-found",
                "id",
                Samples.DeclarationId
            ),
            BadRow.Address(
                "deleteDeclaration",
                "no such one",
                404,
                "declaration-not-found",
                "id",
                Samples.DeclarationId
            ),
        ];

    private static IEnumerable<BadRow> Locked =>
        from operation in (string[])
            [
                "saveDeclarationHead",
                "addDeclarationItem",
                "changeDeclarationItem",
                "removeDeclarationItem",
                "confirmImportedHours",
                "deleteDeclaration",
                "reserveEvidence",
                "completeEvidence",
                "removeEvidence",
            ]
        select BadRow.About(
            operation,
            "locked while it is reviewed",
            409,
            "locked-while-pending",
            "withdrawDeclaration"
        );

    private static IEnumerable<BadRow> Imports =>
        [
            BadRow.At("confirmImportedHours", "a record never given", 422, "/recordIds/0", "/recordIds/0", "made-up"),
            BadRow.At(
                "confirmImportedHours",
                "a record twice",
                422,
                "/recordIds/1",
                "/recordIds",
                new JsonArray(StageMaker.RecordId, StageMaker.RecordId)
            ),
            BadRow.Address("confirmImportedHours", "another year", 422, "/recordIds/0", "year", "2023"),
            BadRow.Address("confirmImportedHours", "a year that is none", 400, "route:year", "year", "20x4"),
            BadRow.Address("confirmImportedHours", "a negative year", 400, "route:year", "year", "-202"),
            BadRow.At(
                "confirmImportedHours",
                "more records than may be",
                429,
                "imported-records-max",
                "/recordIds",
                new JsonArray([.. Enumerable.Range(0, 51).Select(number => (JsonNode)$"record-{number}")])
            ),
        ];

    private static IEnumerable<BadRow> Withdrawal =>
        [
            BadRow.About("withdrawDeclaration", "not submitted", 409, "not-submitted", "submitDeclaration"),
            new(
                "withdrawDeclaration",
                "recognised",
                409,
                "already-recognised",
                (world, stage) => stage.About(world.Bad.Recognised)
            ),
            new(
                "deleteDeclaration",
                "recognised",
                409,
                "already-recognised",
                (world, stage) => stage.About(world.Bad.Recognised)
            ),
            new(
                "submitDeclaration",
                "recognised",
                409,
                "already-recognised",
                (world, stage) => stage.About(world.Bad.Recognised)
            ),
        ];

    private static BadRow Filed(string says, string names, string path, JsonNode? value) =>
        new(
            "fileDeclaration",
            says,
            422,
            names,
            (_, stage) => (stage with { Body = Whole }).Where(path, value?.DeepClone())
        );

    private static Stage ToDraft(MatrixWorld world, Stage stage) => stage.About(world.Bad.WrongDraft);
}
