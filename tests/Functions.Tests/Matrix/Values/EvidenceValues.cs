using CeActors.Files;

namespace CeActors.Functions.Tests.Matrix.Values;

/// <summary>Wrong values of evidence: announced wrongly, sent wrongly, replaced, or somebody else's.</summary>
internal static class EvidenceValues
{
    public static IEnumerable<BadRow> Rows => [.. Reservation, .. Completion, .. Removal];

    private static IEnumerable<BadRow> Reservation =>
        [
            Reserved("another type", "/contentType", "text/html"),
            Reserved("a type with a parameter", "/contentType", "application/pdf; x=y"),
            Reserved("an empty type", "/contentType", ""),
            Reserved("no bytes", "/sizeBytes", 0),
            Reserved("a negative size", "/sizeBytes", -1),
            Reserved("too large", "/sizeBytes", EvidenceLimits.SizeBytesMax + 1L),
            Reserved("absurdly large", "/sizeBytes", long.MaxValue),
            Reserved("a year outside the rules", "/year", 1800),
            Reserved("a negative year", "/year", -1),
            BadRow.At("reserveEvidence", "an empty name", 400, "/fileName", "/fileName", ""),
            BadRow.At("reserveEvidence", "a blank name", 400, "/fileName", "/fileName", "  "),
            BadRow.At("reserveEvidence", "too long a name", 400, "/fileName", "/fileName", new string('名', 201)),
        ];

    private static IEnumerable<BadRow> Completion =>
        [
            Completed("nothing was sent", 422, "/evidence/*", bad => bad.NotUploaded),
            Completed("bytes of another type", 422, "/evidence/*", bad => bad.OtherBytes),
            Completed("more bytes than announced", 422, "evidence-size-differs", bad => bad.OtherSize),
            Completed("replaced after the check", 409, "already-bound", bad => bad.Replaced),
            BadRow.Address("completeEvidence", "no such evidence", 404, "evidence-not-found", "evidenceId", "abcdefgh"),
            new(
                "completeEvidence",
                "somebody else's declaration",
                404,
                "declaration-not-found",
                (world, stage) => stage with { Subject = world.Bad.Bare }
            ),
            new(
                "completeEvidence",
                "somebody else's evidence",
                404,
                "evidence-not-found",
                (world, stage) =>
                    stage
                        .About(world.StageOf("saveDeclarationHead"))
                        .At("evidenceId", world.StageOf("completeEvidence").Values["evidenceId"])
            ),
        ];

    private static IEnumerable<BadRow> Removal =>
        [
            BadRow.Address("removeEvidence", "no such evidence", 404, "evidence-not-found", "evidenceId", "abcdefgh"),
            new(
                "removeEvidence",
                "somebody else's declaration",
                404,
                "declaration-not-found",
                (world, stage) => stage with { Subject = world.Bad.Bare }
            ),
        ];

    private static BadRow Reserved(string says, string path, System.Text.Json.Nodes.JsonNode value) =>
        BadRow.At("reserveEvidence", says, 422, path, path, value);

    private static BadRow Completed(string says, int status, string names, Func<BadThings, Stage> which) =>
        new("completeEvidence", says, status, names, (world, stage) => stage.About(which(world.Bad)));
}
