using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using CeActors.Domain.Declarations;
using CeActors.Domain.Review;
using CeActors.Grains.Telemetry;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Telemetry;

/// <summary>What operators measure of queues and commands. Units of other tests may report meanwhile, so the numbers here are beyond theirs.</summary>
public sealed class QueueGaugesTests
{
    private const int Many = 1_000_000;
    private static readonly TimeSpan Long = TimeSpan.FromDays(10_000);

    [Fact]
    public void Queues_are_added_up_by_kind_of_unit_and_the_worst_is_shown()
    {
        var (one, other) = (new object(), new object());
        try
        {
            QueueGauges.Tell(one, UnitKind.Agency, Many, Long);
            QueueGauges.Tell(other, UnitKind.Agency, 2 * Many, TimeSpan.Zero);
            var measured = Measure();

            measured[("ceactors.queue.waiting", "agency")].ShouldBeInRange(3 * Many, 4 * Many);
            measured[("ceactors.queue.longest", "agency")].ShouldBe(2 * Many);
            measured[("ceactors.queue.oldest.age", "agency")].ShouldBe(Long.TotalSeconds);
            measured[("ceactors.queue.units", "agency")].ShouldBeGreaterThanOrEqualTo(2);

            // The last word of a unit counts.
            QueueGauges.Tell(other, UnitKind.Agency, 0, TimeSpan.Zero);
            Measure()[("ceactors.queue.longest", "agency")].ShouldBe(Many);
        }
        finally
        {
            QueueGauges.Forget(one);
            QueueGauges.Forget(other);
        }

        Measure().GetValueOrDefault(("ceactors.queue.longest", "agency")).ShouldBeLessThan(Many);
    }

    [Fact]
    public void No_tag_names_a_unit() =>
        Measure().Keys.ShouldAllBe(key => key.Kind == "agency" || key.Kind == "department" || key.Kind == "employer");

    [Fact]
    public void Every_command_has_a_kind_of_its_own()
    {
        var kinds = typeof(DeclarationCommand)
            .GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(DeclarationCommand)))
            .Select(type => (DeclarationCommand)RuntimeHelpers.GetUninitializedObject(type))
            .Select(DeclarationTelemetry.KindOf)
            .ToArray();
        kinds.ShouldNotContain("other");
        kinds.Distinct().Count().ShouldBe(kinds.Length);
    }

    private static Dictionary<(string Name, string Kind), double> Measure()
    {
        var measured = new Dictionary<(string, string), double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name.StartsWith("ceactors.queue.", StringComparison.Ordinal))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;

        void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            tags.Length.ShouldBe(1);
            measured[(instrument.Name, (string)tags[0].Value!)] = value;
        }
    }
}
