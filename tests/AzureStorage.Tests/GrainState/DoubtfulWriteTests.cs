using Azure.Data.Tables;
using CeActors.Testing;
using Microsoft.Extensions.Time.Testing;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>Writes whose answer is lost, and requests that never arrive.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class DoubtfulWriteTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly FaultTransport _transport = new();
    private StorageRig _rig = null!;

    public async Task InitializeAsync() =>
        _rig = await StorageRig.StartAsync(
            azurite,
            options => options.BucketCount = 1,
            _transport,
            new HastyTimeProvider()
        );

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(Fault.LoseAnswer, 1)]
    [InlineData(Fault.Garbled, 1)]
    [InlineData(Fault.FailBefore, 2)]
    [InlineData(Fault.Busy, 2)]
    public async Task An_insert_lands_once_and_its_etag_is_the_stored_one(Fault fault, int sendings)
    {
        _transport.Plan(fault);
        var state = await WriteAsync("a", Note.With("row"));
        _transport.Transactions.Count.ShouldBe(sendings);
        (await ReadAsync("a")).ETag.ShouldBe(state.ETag);
        (await _rig.RowsAsync()).ShouldHaveSingleItem().RowKey.ShouldBe("row");
        await UpdateAsync("a", state); // the etag is good for the next write
    }

    [Theory]
    [InlineData(Fault.LoseAnswer, 1)]
    [InlineData(Fault.Garbled, 1)]
    [InlineData(Fault.FailBefore, 2)]
    [InlineData(Fault.Busy, 2)]
    public async Task An_update_lands_once_and_its_etag_is_the_stored_one(Fault fault, int sendings)
    {
        var state = await WriteAsync("a", Note.With("row1"));
        var before = _transport.Transactions.Count;
        state.State!.Rows = Note.With("row2").Rows;
        _transport.Plan(fault);
        await UpdateAsync("a", state);
        (_transport.Transactions.Count - before).ShouldBe(sendings);
        (await ReadAsync("a")).ETag.ShouldBe(state.ETag);
        (await _rig.RowsAsync()).ShouldHaveSingleItem().RowKey.ShouldBe("row2");
    }

    [Theory]
    [InlineData(Fault.LoseAnswer)]
    [InlineData(Fault.FailBefore)]
    [InlineData(Fault.Busy)]
    public async Task A_clear_is_done_once(Fault fault)
    {
        var state = await WriteAsync("a", Note.With("row"));
        _transport.Plan(fault);
        await _rig.Storage.ClearStateAsync("note", Grain("a"), state);
        (await ReadAsync("a")).RecordExists.ShouldBeFalse();
        (await _rig.RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_whole_group_is_settled_and_its_states_can_be_written_again()
    {
        _transport.Plan(Fault.LoseAnswer, Fault.FailBefore);
        var writes = Enumerable.Range(0, 40).Select(number => WriteAsync($"{number}", Note.With($"row{number}")));
        var states = await Task.WhenAll(writes);
        (await _rig.RowsAsync()).Count.ShouldBe(40);
        for (var number = 0; number < 40; number++)
        {
            await UpdateAsync($"{number}", states[number]);
            (await ReadAsync($"{number}")).ETag.ShouldBe(states[number].ETag);
        }
    }

    [Fact]
    public async Task A_row_that_the_service_refuses_fails_its_change_alone()
    {
        var writes = await QueueThreeAsync(Fault.RefuseSecondRow);
        await writes[0];
        await Should.ThrowAsync<WriteRefusedException>(() => writes[1]);
        await writes[2];
        (await _rig.RowsAsync()).Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_the_service_refuses_goes_again_change_by_change()
    {
        var writes = await QueueThreeAsync(Fault.RefuseAll, Fault.None, Fault.RefuseAll, Fault.None);
        await writes[0];
        await Should.ThrowAsync<WriteRefusedException>(() => writes[1]);
        await writes[2];
    }

    // A first write is held and let go, so that the three that wait behind it leave together and meet the plan.
    private async Task<Task[]> QueueThreeAsync(params Fault[] plan)
    {
        var held = _transport.Close();
        var blocker = WriteAsync("blocker", new Note());
        await held;
        var writes = Enumerable.Range(0, 3).Select(number => (Task)WriteAsync($"{number}", new Note())).ToArray();
        _transport.Plan([Fault.None, .. plan]);
        _transport.Open();
        await blocker;
        return writes;
    }

    [Fact]
    public async Task The_same_write_goes_again_with_its_etag_and_its_write_id()
    {
        _transport.Plan(Fault.FailBefore);
        await WriteAsync("a", new Note());
        var bodies = _transport.Transactions.Select(WriteIdOf).ToArray();
        bodies.Length.ShouldBe(2);
        bodies[0].ShouldBe(bodies[1]);
    }

    [Fact]
    public async Task A_doubtful_write_that_another_overtook_is_refused()
    {
        var state = await WriteAsync("a", new Note { Text = "first" });
        var rival = await ReadAsync("a");
        await using var other = await StorageRig.StartAsync(
            azurite,
            options =>
            {
                options.BucketCount = 1;
                options.TablePrefix = _rig.Options.TablePrefix;
            }
        );
        _transport.Plan(Fault.FailBefore);
        _transport.BeforeTransaction = () =>
        {
            _transport.BeforeTransaction = null;
            rival.State!.Text = "rival";
            return other.Storage.WriteStateAsync("note", Grain("a"), rival);
        };
        state.State!.Text = "mine";
        await Should.ThrowAsync<InconsistentStateException>(() => UpdateAsync("a", state));
        (await ReadAsync("a")).State!.Text.ShouldBe("rival");
        _transport.Transactions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_landed_write_is_no_conflict_when_a_client_repeats_it_by_itself()
    {
        var retrying = new TableClientOptions { Transport = _transport };
        retrying.Retry.Delay = TimeSpan.FromMilliseconds(1);
        var client = new TableServiceClient(azurite.Azurite.ConnectionString, retrying);
        await using var rig = await StorageRig.StartAsync(azurite, options => options.Accounts = [client]);
        _transport.Plan(Fault.LoseAnswer);
        var states = Enumerable.Range(0, 10).Select(_ => new GrainState<Note>(new Note())).ToArray();
        await Task.WhenAll(states.Select((state, n) => rig.Storage.WriteStateAsync("note", Grain($"{n}"), state)));
        await Task.WhenAll(states.Select((state, n) => rig.Storage.WriteStateAsync("note", Grain($"{n}"), state)));
        rig.Statistics.Snapshot().Conflicts.ShouldBe(0);
    }

    [Fact]
    public async Task A_write_that_never_arrives_fails_as_unknown_after_the_bound()
    {
        _transport.Plan([.. Enumerable.Repeat(Fault.FailBefore, GroupCommitLimits.SendingsMax)]);
        await Should.ThrowAsync<WriteOutcomeUnknownException>(() => WriteAsync("a", new Note()));
        _transport.Transactions.Count.ShouldBe(GroupCommitLimits.SendingsMax);
        await WriteAsync("a", new Note()); // the bucket goes on
    }

    [Fact]
    public async Task A_write_lands_at_the_last_allowed_sending()
    {
        _transport.Plan([.. Enumerable.Repeat(Fault.FailBefore, GroupCommitLimits.SendingsMax - 1)]);
        await WriteAsync("a", new Note());
        (await ReadAsync("a")).RecordExists.ShouldBeTrue();
    }

    [Fact]
    public async Task A_write_whose_fate_cannot_be_read_fails_as_unknown_and_not_as_a_conflict()
    {
        var once = new TableClientOptions { Transport = _transport, Retry = { MaxRetries = 0 } };
        var client = new TableServiceClient(azurite.Azurite.ConnectionString, once);
        await using var rig = await StorageRig.StartAsync(
            azurite,
            options => options.Accounts = [client],
            clock: new HastyTimeProvider()
        );
        _transport.Plan(Fault.LoseAnswer);
        _transport.ReadsFail = true;
        var state = new GrainState<Note>(new Note());
        await Should.ThrowAsync<WriteOutcomeUnknownException>(() =>
            rig.Storage.WriteStateAsync("note", Grain("a"), state)
        );
        _transport.ReadsFail = false;
    }

    [Fact]
    public async Task A_change_that_waited_too_long_is_refused_unsent()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await StorageRig.StartAsync(
            azurite,
            options => options.BucketCount = 1,
            _transport,
            clock
        );
        var held = _transport.Close();
        var first = rig.Storage.WriteStateAsync("note", Grain("a"), new GrainState<Note>(new Note()));
        await held;
        var late = rig.Storage.WriteStateAsync("note", Grain("b"), new GrainState<Note>(new Note()));
        clock.Advance(GroupCommitLimits.QueueLimit + TimeSpan.FromMilliseconds(1));
        _transport.Open();
        await first;
        await Should.ThrowAsync<StorageOverloadedException>(() => late);
        _transport.Transactions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_doubtful_write_is_given_up_when_its_time_is_over()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await StorageRig.StartAsync(azurite, null, _transport, clock);
        _transport.Plan(Fault.FailBefore);
        _transport.BeforeTransaction = () =>
        {
            clock.Advance(GroupCommitLimits.SettleLimit + TimeSpan.FromMilliseconds(1));
            return Task.CompletedTask;
        };
        await Should.ThrowAsync<WriteOutcomeUnknownException>(() =>
            rig.Storage.WriteStateAsync("note", Grain("a"), new GrainState<Note>(new Note()))
        );
        _transport.BeforeTransaction = null;
        _transport.Transactions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_waits_for_a_write_up_to_the_bound_and_then_tells_it_that_its_outcome_is_unknown()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await StorageRig.StartAsync(azurite, null, _transport, clock);
        var held = _transport.Close();
        var write = rig.Storage.WriteStateAsync("note", Grain("a"), new GrainState<Note>(new Note()));
        await held;
        var stop = rig.DisposeAsync().AsTask();
        clock.Advance(GroupCommitLimits.DrainLimit - TimeSpan.FromMilliseconds(1));
        write.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(2));
        await Should.ThrowAsync<WriteOutcomeUnknownException>(() => write);
        await stop;
        _transport.Open();
    }

    [Fact]
    public async Task A_damaged_document_is_an_error_that_names_the_grain_and_no_content()
    {
        await WriteAsync("a", new Note { Text = "secret" });
        var key = CeActors.AzureStorage.GrainState.RowKeys.OfDocument("note", Grain("a"));
        var row = new TableEntity(_rig.Buckets.PartitionKeyOf(0), key)
        {
            ["D0"] = "{\"Text\":\"secret\",\"Number\":\"secret\"}"u8.ToArray(),
            ["L"] = 36,
        };
        await _rig.Buckets.ReadsOf(0).UpsertEntityAsync(row, TableUpdateMode.Replace);
        var unreadable = await Should.ThrowAsync<StoredDocumentUnreadableException>(() => ReadAsync("a"));
        unreadable.ToString().ShouldContain("note/a");
        unreadable.ToString().ShouldNotContain("secret");

        row["L"] = 35;
        await _rig.Buckets.ReadsOf(0).UpsertEntityAsync(row, TableUpdateMode.Replace);
        await Should.ThrowAsync<StoredDocumentUnreadableException>(() => ReadAsync("a"));
    }

    private static GrainId Grain(string key) => GrainId.Create("note", key);

    private static string WriteIdOf(string transaction)
    {
        var from = transaction.IndexOf("\"W\":\"", StringComparison.Ordinal);
        return transaction[from..transaction.IndexOf('"', from + 5)];
    }

    private async Task<GrainState<Note>> WriteAsync(string key, Note note)
    {
        var state = new GrainState<Note>(note);
        await UpdateAsync(key, state);
        return state;
    }

    private Task UpdateAsync(string key, GrainState<Note> state) =>
        _rig.Storage.WriteStateAsync("note", Grain(key), state);

    private async Task<GrainState<Note>> ReadAsync(string key)
    {
        var state = new GrainState<Note>(new Note());
        await _rig.Storage.ReadStateAsync("note", Grain(key), state);
        return state;
    }
}
