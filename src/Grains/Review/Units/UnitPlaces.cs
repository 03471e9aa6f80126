using CeActors.Contracts;
using CeActors.Contracts.Review;
using Microsoft.Extensions.Logging;
using ReviewUnit = CeActors.Domain.Review.ReviewUnit;

namespace CeActors.Grains.Review.Units;

/// <summary>What a unit says to the tree before and after it changes its place.</summary>
internal sealed partial class UnitPlaces(IGrainFactory grains, TimeProvider time, ILogger<UnitPlaces> logger)
{
    /// <summary>How long a unit waits for the tree after its write has landed: what the tree does not hear it reads.</summary>
    public static readonly TimeSpan SettleWaitMax = TimeSpan.FromMilliseconds(500);

    private const int Tree = 0;

    /// <summary>Null when the unit may be written with its new place, or has the old one.</summary>
    public async Task<Refusal?> ReserveAsync(ReviewUnit? before, ReviewUnit wished)
    {
        if (before?.Place == wished.Place)
        {
            return null;
        }

        var wish = new PlaceWish(
            wished.Code.Value,
            before?.Version ?? 0,
            before?.Place.ToWire(),
            wished.Place.ToWire()
        );
        return (await grains.GetGrain<IUnitTree>(Tree).ReserveAsync(wish)).Refusal;
    }

    /// <summary>Says where the unit stands now; what goes wrong is no failure of the command.</summary>
    public async Task SettleAsync(ReviewUnit unit, long renewedUpTo = 0)
    {
        var statement = new PlaceStatement(unit.Code.Value, unit.Version, unit.Place.ToWire(), renewedUpTo);
        try
        {
            await grains.GetGrain<IUnitTree>(Tree).SettleAsync(statement).WaitAsync(SettleWaitMax, time);
        }
        catch (Exception exception)
        {
            LogNotSettled(exception, unit.Code.Value, unit.Version);
        }
    }

    [LoggerMessage(
        EventId = 3211,
        Level = LogLevel.Warning,
        Message = "The tree could not be told where unit {UnitCode} stands at version {Version}; it will read it"
    )]
    private partial void LogNotSettled(Exception exception, string unitCode, long version);
}
