using CeActors.Domain;
using CeActors.Domain.Rules;

namespace CeActors.Grains.Rules;

/// <summary>The rules that judge now, for every grain of a silo; which sets there are is the host's choice.</summary>
public sealed class RulesInForce(RuleSetCatalog catalog, TimeProvider time)
{
    private volatile InForce? _known;

    /// <summary>The instant, in whole milliseconds: what is stored of it equals what was decided with.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The day in China.</summary>
    public DateOnly Today => ChinaTime.DateOf(Now);

    /// <summary>The set in force today; looked up once a day, because every command asks for it.</summary>
    /// <exception cref="InvalidOperationException">None is: the host is configured with sets that do not reach this day.</exception>
    public RuleSet Current
    {
        get
        {
            var today = Today;
            var known = _known;
            if (known?.Day != today)
            {
                _known = known = new InForce(today, Find(today));
            }

            return known.Rules;
        }
    }

    private RuleSet Find(DateOnly day) =>
        catalog.InForceOn(day)
        ?? throw new InvalidOperationException($"No rule set is in force on {day:yyyy-MM-dd}. Configure one.");

    private sealed record InForce(DateOnly Day, RuleSet Rules);
}
