using System.Collections.Immutable;
using CeActors.Domain.Professionals;

namespace CeActors.Domain.Declarations;

/// <summary>What the person's registration and other declarations say at the moment of filing.</summary>
/// <param name="Profile">Registered profile.</param>
/// <param name="ImportedRecords">All imported records of the person, by id.</param>
/// <param name="RecognisedYears">Years that stand recognised in other declarations.</param>
/// <param name="UsedRecordIds">Imported records confirmed in other open or recognised declarations.</param>
public sealed record FilingContext(
    ProfileSnapshot Profile,
    ImmutableDictionary<string, ImportedRecord> ImportedRecords,
    ImmutableHashSet<int> RecognisedYears,
    ImmutableHashSet<string> UsedRecordIds
);
