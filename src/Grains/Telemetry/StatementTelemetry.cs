using System.Diagnostics.Metrics;

namespace CeActors.Grains.Telemetry;

/// <summary>Statements issued and verified.</summary>
internal static class StatementTelemetry
{
    private static readonly Counter<long> Statements = GrainTelemetry.Meter.CreateCounter<long>(
        "ceactors.statements",
        "{statement}",
        "Statements issued, verified as good, verified as revoked, and verifications that found none"
    );

    public static void CountIssued() => Count("issued");

    public static void CountVerified(bool isRevoked) => Count(isRevoked ? "verified-revoked" : "verified");

    public static void CountNotFound() => Count("not-found");

    private static void Count(string what) => Statements.Add(1, new KeyValuePair<string, object?>("event", what));
}
