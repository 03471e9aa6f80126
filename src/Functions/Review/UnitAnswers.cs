using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

/// <summary>Answers of unit endpoints: the ETag names the registry's version of the unit.</summary>
internal static class UnitAnswers
{
    public static Answer<UnitView> Of(Outcome<UnitView> outcome) =>
        new(outcome, outcome.Value is { } view ? new VersionTag(view.Version, null) : null);
}
