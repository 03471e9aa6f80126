using System.Reflection;
using CeActors.Grains;
using CeActors.Simulation;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.Resilience.Tests.Simulation;

/// <summary>Each rule of handing over is needed, and the simulation notices when it is not kept.</summary>
[Collection(nameof(SimulatedHistories))]
public sealed class RuleTests(ITestOutputHelper output)
{
    private const int HistoriesMax = 8_000;
    private const ulong FirstSeed = 1;

    public static TheoryData<string> OfGrains => SwitchesOf(typeof(HandingRules));

    public static TheoryData<string> OfServices => SwitchesOf(typeof(ServiceRules));

    [Theory]
    [MemberData(nameof(OfGrains))]
    public void Without_a_rule_of_the_grains_a_promise_is_broken(string rule) =>
        Breaks(rule, Rules.Design with { Handing = Without(HandingRules.Design with { }, rule) });

    [Theory]
    [MemberData(nameof(OfServices))]
    public void Without_a_rule_kept_on_our_behalf_a_promise_is_broken(string rule) =>
        Breaks(rule, Rules.Design with { Service = Without(ServiceRules.Actual with { }, rule) });

    private void Breaks(string rule, Rules rules)
    {
        for (var seed = FirstSeed; seed < FirstSeed + HistoriesMax; seed++)
        {
            if (History.Run(seed, keepsTrace: false, rules).Broken is { } broken)
            {
                output.WriteLine($"Without {rule}, seed {seed}: {broken}");
                return;
            }
        }

        Assert.Fail($"{HistoriesMax} histories did not notice that '{rule}' is not kept.");
    }

    private static TheoryData<string> SwitchesOf(Type rules) =>
        new(rules.GetProperties().Where(rule => rule.PropertyType == typeof(bool)).Select(rule => rule.Name));

    private static T Without<T>(T rules, string rule)
        where T : class
    {
        var property = typeof(T).GetProperty(rule, BindingFlags.Instance | BindingFlags.Public)!;
        property.GetValue(rules).ShouldBe(true, "every rule is kept as designed");
        property.SetValue(rules, false);
        return rules;
    }
}
