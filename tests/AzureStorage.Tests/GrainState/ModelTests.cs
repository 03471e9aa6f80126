using CeActors.Testing;
using CsCheck;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>
/// Generated histories against a model. Two holders of each grain's state read, write and clear it, while requests and
/// answers get lost. A write succeeds exactly if its holder knew the last version, whatever was lost, and the stored
/// rows are always those that the stored documents name.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class ModelTests(AzuriteFixture azurite)
{
    private const int Grains = 3;
    private const int Holders = 2;
    private const int Histories = 25;

    // One, two and three chunks.
    private static readonly int[] Lengths = [10, 70_000, 140_000];

    private static readonly Fault[] Faults =
    [
        Fault.None,
        Fault.None,
        Fault.LoseAnswer,
        Fault.FailBefore,
        Fault.Busy,
        Fault.Garbled,
    ];

    private static readonly Gen<Step> Steps =
        from grain in Gen.Int[0, Grains - 1]
        from holder in Gen.Int[0, Holders - 1]
        from kind in Gen.Frequency((2, Gen.Const(Kind.Read)), (6, Gen.Const(Kind.Write)), (1, Gen.Const(Kind.Clear)))
        from rows in Gen.Int[0, 4].Array[0, 3]
        from length in Gen.Int[0, 2]
        from faults in Gen.Int[0, Faults.Length - 1].Array[0, 3]
        select new Step(
            grain,
            holder,
            kind,
            [.. rows.Distinct()],
            Lengths[length],
            [.. faults.Select(fault => Faults[fault])]
        );

    private enum Kind
    {
        Read,
        Write,
        Clear,
    }

    [Fact]
    public async Task Any_history_agrees_with_the_model() =>
        await Steps.Array[1, 25].SampleAsync(HoldsAsync, iter: Histories, threads: 1);

    private async Task HoldsAsync(Step[] history)
    {
        var transport = new FaultTransport();
        await using var rig = await StorageRig.StartAsync(azurite, null, transport, new HastyTimeProvider());
        var model = new Stored?[Grains];
        var held = new Holder[Grains, Holders];
        for (var number = 0; number < history.Length; number++)
        {
            var step = history[number];
            var holder = held[step.Grain, step.Holder] ??= new Holder();
            transport.Plan(step.Faults);
            await TakeAsync(rig, step, holder, model, number);
            transport.Calm();
            var expected = model.SelectMany((stored, grain) => stored?.RowKeys(grain) ?? []);
            (await rig.RowsAsync()).Select(row => row.RowKey).ShouldBe(expected, ignoreOrder: true);
        }
    }

    private static async Task TakeAsync(StorageRig rig, Step step, Holder holder, Stored?[] model, int version)
    {
        var grain = GrainId.Create("note", $"{step.Grain}");
        var stored = model[step.Grain];
        var isCurrent = holder.Version == stored?.Version;
        switch (step.Kind)
        {
            case Kind.Read:
                await rig.Storage.ReadStateAsync("note", grain, holder.State);
                holder.Version = stored?.Version;
                holder.State.RecordExists.ShouldBe(stored is not null);
                holder.State.State!.Number.ShouldBe(stored?.Version ?? 0);
                holder.State.State.Text.Length.ShouldBe(stored?.Length ?? 0);
                break;
            case Kind.Write:
                var next = new Stored(version, step.Rows, step.Length);
                holder.State.State = next.ToNote(step.Grain);
                if (await SucceedsAsync(() => rig.Storage.WriteStateAsync("note", grain, holder.State), isCurrent))
                {
                    model[step.Grain] = next;
                    holder.Version = version;
                }

                break;
            default:
                // Who holds an old version of a document that is gone wants nothing more than that.
                var isDone = isCurrent || stored is null;
                if (await SucceedsAsync(() => rig.Storage.ClearStateAsync("note", grain, holder.State), isDone))
                {
                    model[step.Grain] = null;
                    holder.Version = null;
                }

                break;
        }
    }

    private static async Task<bool> SucceedsAsync(Func<Task> operation, bool expected)
    {
        try
        {
            await operation();
            expected.ShouldBeTrue("it was done with an old version");
            return true;
        }
        catch (InconsistentStateException)
        {
            expected.ShouldBeFalse("it was refused with the last version");
            return false;
        }
    }

    private sealed record Step(int Grain, int Holder, Kind Kind, int[] Rows, int Length, Fault[] Faults)
    {
        public override string ToString() =>
            $"{Kind} {Grain} by {Holder}, rows [{string.Join(' ', Rows)}], {Length}, [{string.Join(' ', Faults)}]";
    }

    private sealed record Stored(int Version, int[] Rows, int Length)
    {
        public IEnumerable<string> RowKeys(int grain) => Rows.Select(row => $"{grain}-{row}");

        public Note ToNote(int grain) =>
            new()
            {
                Number = Version,
                Text = new string('x', Length),
                Rows = Rows.ToDictionary(row => $"{grain}-{row}", _ => $"{Version / 3}"),
            };
    }

    private sealed class Holder
    {
        public GrainState<Note> State { get; } = new(new Note());

        public int? Version { get; set; }
    }
}
