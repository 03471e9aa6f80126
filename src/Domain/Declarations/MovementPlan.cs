using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Declarations;

/// <summary>Which units must have their say before a command can be decided.</summary>
/// <param name="Departure">What the source is asked; null when it goes from no unit.</param>
/// <param name="Source">Unit that it goes from, or that acts on it; null when none.</param>
/// <param name="Target">Unit that it goes to; null when none.</param>
/// <param name="RouteFrom">Unit among whose next units the target must be; null when there is no route to check.</param>
public sealed record MovementPlan(DepartureKind? Departure, UnitCode? Source, UnitCode? Target, UnitCode? RouteFrom)
{
    private static readonly MovementPlan Nobody = new(null, null, null, null);

    /// <summary>Ask after <see cref="DeclarationDecider.Precheck"/> has found nothing: then source and target are known.</summary>
    /// <param name="state">The declaration; null before filing.</param>
    /// <param name="command">The command.</param>
    /// <param name="filing">Needed for a submission: the employer is the target.</param>
    public static MovementPlan Of(Declaration? state, DeclarationCommand command, FilingContext? filing) =>
        command switch
        {
            DeclarationCommand.File { IsSubmitted: true } or DeclarationCommand.Submit => Nobody with
            {
                Target = filing?.Profile.Employer.Code,
            },
            DeclarationCommand.Withdraw => new(DepartureKind.Withdrawal, state?.Holder?.Code, null, null),
            DeclarationCommand.Pass { NextUnit: null } pass => new(DepartureKind.Recognition, pass.Unit, null, null),
            DeclarationCommand.Pass pass => new(DepartureKind.Pass, pass.Unit, pass.NextUnit, pass.Unit),
            DeclarationCommand.Return back => new(DepartureKind.Return, back.Unit, null, null),
            DeclarationCommand.Reroute reroute => new(
                DepartureKind.Reroute,
                reroute.Unit,
                reroute.NextUnit,
                state?.RoutedBy?.Code
            ),
            DeclarationCommand.Revoke revoke => new(DepartureKind.Revocation, revoke.Unit, null, null),
            _ => Nobody,
        };
}
