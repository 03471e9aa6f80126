using CeActors.Grains.Review.Units;
using CeActors.Verification.Findings;

namespace CeActors.Verification.Documents;

/// <summary>What can be seen from a unit alone.</summary>
internal static class UnitChecks
{
    public static IEnumerable<Fault> FaultsOf(ReviewUnitDocument document)
    {
        var version = document.Unit.Version;
        var expected = version - document.Audit.Length + 1;
        foreach (var entry in document.Audit)
        {
            if (entry.Version != expected++)
            {
                yield return new Fault(
                    FindingKind.AuditBroken,
                    $"change {entry.Version} is recorded where {expected - 1} belongs, of {version}"
                );
                break;
            }
        }

        if (document.Audit.Length == 0)
        {
            yield return new Fault(FindingKind.AuditBroken, $"no change is recorded, the version is {version}");
        }

        foreach (var fault in DocumentChecks.CommandFaults(document.Commands.Select(command => command.Key)))
        {
            yield return fault;
        }

        foreach (var command in document.Commands)
        {
            if (command.Outcome.Version > version || command.Outcome.Code != document.Unit.Code)
            {
                yield return new Fault(
                    FindingKind.OutcomeWrong,
                    $"command {command.Key} is remembered with version {command.Outcome.Version} of {command.Outcome.Code}"
                );
            }
        }
    }
}
