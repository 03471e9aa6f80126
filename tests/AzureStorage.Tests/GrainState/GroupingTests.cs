using CeActors.Testing;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>What goes into one transaction and what does not. One bucket; a first transaction is held while others queue up.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class GroupingTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly FaultTransport _transport = new();
    private StorageRig _rig = null!;

    public async Task InitializeAsync() =>
        _rig = await StorageRig.StartAsync(
            azurite,
            options =>
            {
                options.BucketCount = 1;
                options.QueuedChanges = 250;
            },
            _transport
        );

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task What_arrives_during_a_transaction_leaves_as_the_next_one()
    {
        var waiting = await QueueBehindOneAsync(Enumerable.Repeat(0, 30).Select(_ => new Note()));
        await Task.WhenAll(waiting);
        _transport.Transactions.Count.ShouldBe(2);
        _rig.Statistics.Snapshot().ChangesWritten.ShouldBe(31);
    }

    [Fact]
    public async Task A_transaction_has_at_most_100_rows_and_keeps_a_change_together()
    {
        var waiting = await QueueBehindOneAsync([
            .. Enumerable.Range(0, 99).Select(_ => new Note()),
            Note.With("two-rows"),
            new Note(),
        ]);
        await Task.WhenAll(waiting);
        RowsOf(_transport.Transactions[1]).ShouldBe(99);
        RowsOf(_transport.Transactions[2]).ShouldBe(3);
    }

    [Fact]
    public async Task A_hundred_rows_of_single_changes_leave_together()
    {
        await Task.WhenAll(await QueueBehindOneAsync(Enumerable.Range(0, 100).Select(_ => new Note())));
        RowsOf(_transport.Transactions[1]).ShouldBe(GroupCommitLimits.GroupRowsMax);
    }

    [Fact]
    public async Task A_transaction_stays_under_the_size_that_the_service_takes()
    {
        var large = new string('x', 900_000);
        var waiting = await QueueBehindOneAsync(Enumerable.Range(0, 4).Select(_ => new Note { Text = large }));
        await Task.WhenAll(waiting);
        _transport.Transactions.Count.ShouldBe(3);
        _transport.Transactions.ShouldAllBe(body => body.Length < GroupCommitLimits.GroupBytesMax);
    }

    [Fact]
    public async Task The_same_row_twice_is_split_over_two_transactions()
    {
        var grain = GrainId.Create("note", "same");
        var first = _transport.Close();
        var blocker = WriteAsync(new Note());
        await first;
        var writes = new[] { InsertAsync(grain), InsertAsync(grain), WriteAsync(new Note()) };
        _transport.Open();
        await blocker;
        await writes[0];
        await Should.ThrowAsync<InconsistentStateException>(() => writes[1]);
        await writes[2];
        _transport.Transactions.Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_conflict_fails_its_change_alone_and_none_of_its_rows_are_written()
    {
        var taken = GrainId.Create("note", "taken");
        await InsertAsync(taken);
        var blocked = _transport.Close();
        var blocker = WriteAsync(new Note());
        await blocked;
        var before = Enumerable.Range(0, 5).Select(number => WriteAsync(Note.With($"row{number}"))).ToArray();
        var loser = InsertAsync(taken, Note.With("loser"));
        var after = Enumerable.Range(5, 5).Select(number => WriteAsync(Note.With($"row{number}"))).ToArray();
        _transport.Open();
        await Task.WhenAll([blocker, .. before, .. after]);
        await Should.ThrowAsync<InconsistentStateException>(() => loser);
        (await _rig.RowsAsync()).Select(row => row.RowKey).ShouldBe(Enumerable.Range(0, 10).Select(n => $"row{n}"));
        _rig.Statistics.Snapshot().Conflicts.ShouldBe(1);
    }

    [Fact]
    public async Task A_group_of_conflicts_alone_ends()
    {
        var grains = Enumerable.Range(0, 20).Select(number => GrainId.Create("note", $"{number}")).ToArray();
        await Task.WhenAll(grains.Select(grain => InsertAsync(grain)));
        var outcomes = await Task.WhenAll(
            grains.Select(grain => InsertAsync(grain).ContinueWith(write => write.Status))
        );
        outcomes.ShouldAllBe(status => status == TaskStatus.Faulted);
    }

    [Fact]
    public async Task A_change_at_the_bounds_is_written_and_one_beyond_is_refused_before_anything_is_sent()
    {
        string[] rows = [.. Enumerable.Range(0, GroupCommitLimits.IndexRowsMax).Select(number => $"{number:D3}")];
        var state = new GrainState<Note>(Note.With(rows));
        var grain = GrainId.Create("note", "many");
        await _rig.Storage.WriteStateAsync("note", grain, state);
        var sent = _transport.Transactions.Count;

        await RefusedAsync(Note.With([.. rows, "one more"]));
        await RefusedAsync(new Note { Text = new string('x', GroupCommitLimits.DocumentBytesMax) });
        state.State!.Rows = Note.With("another").Rows; // 1 document + 99 deletions + 1 row
        await Should.ThrowAsync<ChangeTooLargeException>(() => _rig.Storage.WriteStateAsync("note", grain, state));
        _transport.Transactions.Count.ShouldBe(sent);

        var empty = JsonLengthOf(new Note());
        await WriteAsync(new Note { Text = new string('x', GroupCommitLimits.DocumentBytesMax - empty) });
        await _rig.Storage.ClearStateAsync("note", grain, state);
        (await _rig.RowsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public async Task A_document_of_any_length_is_read_back_also_after_it_was_longer(int length)
    {
        var grain = GrainId.Create("note", $"length{length}");
        var state = new GrainState<Note>(new Note { Text = new string('y', 300_000) });
        await _rig.Storage.WriteStateAsync("note", grain, state);
        state.State!.Text = new string('x', length - Math.Min(length, JsonLengthOf(new Note())));
        await _rig.Storage.WriteStateAsync("note", grain, state);
        var read = new GrainState<Note>(new Note());
        await _rig.Storage.ReadStateAsync("note", grain, read);
        read.State!.Text.ShouldBe(state.State.Text);
    }

    [Fact]
    public async Task A_row_named_twice_is_refused()
    {
        var options = _rig.Options.Index<Note>(_ => [Row("same"), Row("same")]);
        options.ShouldBe(_rig.Options);
        await Should.ThrowAsync<ArgumentException>(() => WriteAsync(new Note()));
    }

    [Fact]
    public async Task A_key_at_the_bound_is_stored_and_a_longer_or_empty_one_is_refused()
    {
        var longest = new string('k', GroupCommitLimits.RowKeyCharactersMax);
        await WriteAsync(Note.With(longest));
        (await _rig.RowsAsync(longest)).Count.ShouldBe(1);
        await Should.ThrowAsync<ArgumentException>(() => WriteAsync(Note.With(longest + "k")));
        await Should.ThrowAsync<ArgumentException>(() => WriteAsync(Note.With("")));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_what_was_accepted_is_written()
    {
        var waiting = await QueueBehindOneAsync(Enumerable.Range(0, 250).Select(_ => new Note()), open: false);
        await Should.ThrowAsync<StorageOverloadedException>(() => WriteAsync(new Note()));
        _transport.Open();
        await Task.WhenAll(waiting);
        _rig.Statistics.Snapshot().ChangesWritten.ShouldBe(251);
    }

    [Fact]
    public async Task Stopping_writes_what_was_accepted_and_then_refuses()
    {
        var waiting = await QueueBehindOneAsync(Enumerable.Range(0, 20).Select(_ => new Note()), open: false);
        var stopping = _rig.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => WriteAsync(new Note()));
        stopping.IsCompleted.ShouldBeFalse();
        _transport.Open();
        await stopping;
        await Task.WhenAll(waiting);
        _rig.Statistics.Snapshot().ChangesWritten.ShouldBe(21);
    }

    private async Task<List<Task>> QueueBehindOneAsync(IEnumerable<Note> notes, bool open = true)
    {
        var held = _transport.Close();
        List<Task> writes = [WriteAsync(new Note())];
        await held;
        writes.AddRange(notes.Select(WriteAsync));
        if (open)
        {
            _transport.Open();
        }

        return writes;
    }

    private async Task RefusedAsync(Note note) =>
        await Should.ThrowAsync<ChangeTooLargeException>(() => WriteAsync(note));

    private Task WriteAsync(Note note) => InsertAsync(GrainId.Create("note", Guid.NewGuid().ToString("N")), note);

    private Task InsertAsync(GrainId grain, Note? note = null) =>
        _rig.Storage.WriteStateAsync("note", grain, new GrainState<Note>(note ?? new Note()));

    private static IndexRow Row(string key) => new(key, new Dictionary<string, object?>());

    private static int JsonLengthOf(Note note) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(note).Length;

    private static int RowsOf(string transaction) =>
        transaction.Split("Content-Type: application/http", StringSplitOptions.None).Length - 1;
}
