using CeActors.Contracts.Rules;
using CeActors.Domain.Rules;
using Orleans.Concurrency;

namespace CeActors.Grains.Rules;

/// <summary>Serves the rule set in force; every silo has it at hand, so each answers for itself.</summary>
[StatelessWorker(WorkersMax), GrainType("rule-book")]
internal sealed class RuleBookGrain(RulesInForce rules) : Grain, IRuleBook
{
    private const int WorkersMax = 2;

    /// <inheritdoc />
    public Task<RuleSetView> GetCurrentAsync() => Task.FromResult(ToContract(rules.Current, rules.Today.Year));

    private static RuleSetView ToContract(RuleSet set, int year)
    {
        // The view shows one set of targets: those of the newest year that can be declared by now.
        var targets = (
            set.TargetsFor(Math.Clamp(year, set.Span.Value.From, set.Span.Value.To)) ?? set.Targets[^1]
        ).Targets;
        return new RuleSetView(
            set.Version,
            set.IsExample,
            set.Citation,
            targets.General.QuarterHours,
            targets.Professional.QuarterHours,
            targets.Total.QuarterHours,
            set.Span.Value.From,
            set.Span.Value.To,
            set.RequiredFields.Value,
            [.. set.ActivityTypes.Value.Select(type => new ActivityTypeView(type.Code, type.Chinese, type.English))],
            set.EvidenceRequired.Value
        );
    }
}
