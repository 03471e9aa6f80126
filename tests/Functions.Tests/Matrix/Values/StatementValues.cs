namespace CeActors.Functions.Tests.Matrix.Values;

/// <summary>Wrong values of who asks for statements.</summary>
internal static class StatementValues
{
    public static IEnumerable<BadRow> Rows =>
        [
            BadRow.Body("issueStatement", "upside down", 422, "/toYear", """{"fromYear":2025,"toYear":2024}"""),
            BadRow.At("issueStatement", "too early", 422, "/fromYear", "/fromYear", 1800),
            BadRow.At("issueStatement", "to come", 422, "/toYear", "/toYear", 2999),
            BadRow.At("issueStatement", "absurd", 422, "/fromYear", "/fromYear", int.MinValue),
            BadRow.Body(
                "issueStatement",
                "more years than may be",
                422,
                "/toYear",
                """{"fromYear":1990,"toYear":2024}"""
            ),
            BadRow.Body(
                "issueStatement",
                "years without anything",
                409,
                "nothing-recognised",
                """{"fromYear":2019,"toYear":2020}"""
            ),
            new(
                "issueStatement",
                "nothing recognised",
                409,
                "nothing-recognised",
                (world, stage) => stage with { Subject = world.Bad.Bare }
            ),
            BadRow.Address(
                "getStatement",
                "no such number",
                404,
                "statement-not-found",
                "number",
                "HN2026-AAAA-BBBB-CCCC"
            ),
            BadRow.Address(
                "getStatementPdf",
                "no such number",
                404,
                "statement-not-found",
                "number",
                "HN2026-AAAA-BBBB-CCCC"
            ),
            new(
                "verifyStatement",
                "another code",
                404,
                "statement-not-verified",
                (_, stage) => stage with { Query = "?code=ABCDEFGHJK" }
            ),
        ];
}
