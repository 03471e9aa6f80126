using CeActors.Domain.Professionals;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Review;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Statements;
using CeActors.Verification.Findings;

namespace CeActors.Verification.Documents;

/// <summary>Something wrong with one document.</summary>
internal readonly record struct Fault(FindingKind Kind, string Detail);

/// <summary>What can be seen from a document alone.</summary>
internal static class DocumentChecks
{
    /// <summary>What is wrong with it.</summary>
    public static IEnumerable<Fault> FaultsOf(Area area, DocumentReading reading)
    {
        if (reading.Fault is { } fault)
        {
            return [new Fault(fault, reading.Detail!)];
        }

        return PlaceFaults(area, reading)
            .Concat(
                reading.Document switch
                {
                    DeclarationDocument declaration => DeclarationChecks.FaultsOf(declaration),
                    ReviewUnitDocument unit => UnitChecks.FaultsOf(unit),
                    BatchReviewDocument batch => BatchFaults(batch),
                    ProfessionalDocument professional => CommandFaults(
                        (professional.Commands ?? []).Select(command => command.Key)
                    ),
                    _ => [],
                }
            );
    }

    /// <summary>Codes of the units that must be registered because this document is there.</summary>
    public static IEnumerable<string> UnitsNamedBy(object? document) =>
        document switch
        {
            DeclarationDocument { State.Holder: { } holder } => [holder.Code.Value],
            ProfessionalDocument { Registration: { } registration } => [registration.EmployerCode],
            BatchReviewDocument batch => [batch.UnitCode],
            _ => [],
        };

    /// <summary>No command is remembered twice.</summary>
    public static IEnumerable<Fault> CommandFaults(IEnumerable<string> keys) =>
        keys.GroupBy(key => key, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => new Fault(
                FindingKind.CommandTwice,
                $"the command remembered as {same.Key} is there {same.Count()} times"
            ));

    private static IEnumerable<Fault> PlaceFaults(Area area, DocumentReading reading)
    {
        var name = reading.Stored.Name;
        var own = reading.Document switch
        {
            DeclarationDocument declaration => declaration.Id,
            ProfessionalDocument professional => professional.PersonId,
            StatementDocument statement => statement.Number,
            ReviewUnitDocument unit => unit.Unit.Code,
            ResidentRegisterDocument register => register
                .Reservations.Select(reserved => ResidentRegister.KeyOf(reserved.Digest))
                .FirstOrDefault(key => key != name.GrainKey, name.GrainKey),
            _ => name.GrainKey,
        };
        if (own != name.GrainKey)
        {
            yield return new Fault(FindingKind.DocumentMisplaced, $"it says that it is '{own}'");
        }

        var bucket = area.BucketOf(name);
        if (bucket != reading.Stored.Place.Bucket)
        {
            yield return new Fault(FindingKind.DocumentMisplaced, $"it belongs into {area.Rows.TableOf(bucket)}");
        }
    }

    private static IEnumerable<Fault> BatchFaults(BatchReviewDocument batch)
    {
        var outcomes = batch.Outcomes?.Length ?? 0;
        if (outcomes > batch.Items.Length || (batch.FinishedAt is not null && outcomes != batch.Items.Length))
        {
            yield return new Fault(
                FindingKind.BatchBroken,
                $"{outcomes} outcomes of {batch.Items.Length} items{(batch.FinishedAt is null ? "" : ", ended")}"
            );
        }

        if ((batch.Outcomes ?? []).Any(outcome => (outcome.Receipt is null) == (outcome.Refusal is null)))
        {
            yield return new Fault(FindingKind.BatchBroken, "an outcome is neither a receipt nor a refusal, or both");
        }
    }
}
