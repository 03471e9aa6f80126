using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>A grain that keeps a note.</summary>
[Alias("ce.tests.i-note-grain")]
public interface INoteGrain : IGrainWithStringKey
{
    [Alias("read")]
    Task<string> ReadAsync();

    [Alias("write")]
    Task WriteAsync(string text);
}

/// <summary>The grain.</summary>
[GrainType("note-grain")]
public sealed class NoteGrain([PersistentState("note", "state")] IPersistentState<Note> note) : Grain, INoteGrain
{
    public Task<string> ReadAsync() => Task.FromResult(note.RecordExists ? note.State.Text : "absent");

    public Task WriteAsync(string text)
    {
        note.State.Text = text;
        return note.WriteStateAsync();
    }
}

/// <summary>The provider in a silo, and what a caller's hint does to the first read of a grain.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class HintTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private InProcessTestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        var prefix = AzuriteFixture.UniqueName("H");
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo(
            (_, silo) =>
                silo.AddGroupCommitGrainStorage(
                    "state",
                    options =>
                    {
                        options.Accounts = [TableAccount.Connect(azurite.Azurite.ConnectionString)];
                        options.TablePrefix = prefix;
                        options.BucketCount = 2;
                    }
                )
        );
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_grain_written_on_one_activation_is_read_on_the_next()
    {
        var grain = NewGrain();
        await grain.WriteAsync("kept");
        await DeactivateAsync(grain);
        (await grain.ReadAsync()).ShouldBe("kept");
        Figures().ReadsSpared.ShouldBe(0);
    }

    [Fact]
    public async Task A_grain_believed_absent_is_created_without_a_read()
    {
        var grain = NewGrain();
        RequestContext.Set(GrainStorageHints.BelievedAbsent, grain.GetGrainId().ToString());
        await grain.WriteAsync("first");
        Figures().ReadsSpared.ShouldBe(1);
        Figures().ReadRequests.ShouldBe(0);
        RequestContext.Clear();
        await DeactivateAsync(grain);
        (await grain.ReadAsync()).ShouldBe("first");
    }

    [Fact]
    public async Task A_wrong_hint_costs_a_conflict_and_loses_nothing()
    {
        var grain = NewGrain();
        await grain.WriteAsync("first");
        await DeactivateAsync(grain);
        RequestContext.Set(GrainStorageHints.BelievedAbsent, grain.GetGrainId().ToString());
        await Should.ThrowAsync<InconsistentStateException>(() => grain.WriteAsync("second"));
        RequestContext.Clear();
        (await grain.ReadAsync()).ShouldBe("first");
    }

    [Fact]
    public async Task A_hint_for_one_grain_says_nothing_of_another()
    {
        var grain = NewGrain();
        await grain.WriteAsync("first");
        await DeactivateAsync(grain);
        RequestContext.Set(GrainStorageHints.BelievedAbsent, NewGrain().GetGrainId().ToString());
        (await grain.ReadAsync()).ShouldBe("first");
        Figures().ReadsSpared.ShouldBe(0);
    }

    private INoteGrain NewGrain() => _cluster.Client.GetGrain<INoteGrain>(Guid.NewGuid().ToString("N"));

    private Task DeactivateAsync(INoteGrain grain) => _cluster.DeactivateAsync(grain);

    private GroupCommitFigures Figures() =>
        _cluster
            .GetSiloServiceProvider(_cluster.Silos[0].SiloAddress)
            .GetRequiredKeyedService<GroupCommitStatistics>("state")
            .Snapshot();
}
