using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CeActors.Testing;
using CeActors.Testing.Faults;
using Shouldly;
using Xunit;

namespace CeActors.Resilience.Tests.Faults;

/// <summary>The proxy itself: each fault is what a client of the real service would meet, and the storage behind is as said.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class FaultProxyTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly FaultSchedule _schedule = new(1, FaultRates.None);
    private FaultProxy _proxy = null!;
    private TableClient _through = null!;
    private TableClient _straight = null!;

    public async Task InitializeAsync()
    {
        _proxy = await FaultProxy.StartAsync(azurite.Azurite.TableUri, _schedule);
        var name = AzuriteFixture.UniqueName("Proxy");
        _straight = azurite.Tables.GetTableClient(name);
        await _straight.CreateAsync();
        var options = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = Patience } };
        _through = new TableClient(azurite.Azurite.ConnectionStringThrough(_proxy.Port), name, options);
    }

    public async Task DisposeAsync() => await _proxy.DisposeAsync();

    [Fact]
    public async Task What_meets_no_fault_is_signed_stored_and_read_as_without_the_proxy()
    {
        var key = "a b'c%|中文!&=+";
        await _through.AddEntityAsync(new TableEntity("p", key) { ["Value"] = 1 });
        await _through.SubmitTransactionAsync([Upsert("q", 2), Upsert("r", 3)]);

        (await ReadAsync(key)).ShouldBe(1);
        (await _through.GetEntityAsync<TableEntity>("p", key)).Value.GetInt32("Value").ShouldBe(1);
        (await KeysAsync("PartitionKey eq 'p' and Value ge 2")).ShouldBe(["q", "r"]);
        _proxy.Requests[StorageRequestKind.Transaction].ShouldBe(1);
        _proxy.Requests[StorageRequestKind.Read].ShouldBe(1);
        _proxy.Requests[StorageRequestKind.Query].ShouldBe(1);
        _proxy.Requests[StorageRequestKind.Write].ShouldBe(1);
    }

    [Fact]
    public async Task Blobs_go_through_too()
    {
        await using var proxy = await FaultProxy.StartAsync(azurite.Azurite.BlobUri, _schedule);
        var connection = azurite.Azurite.ConnectionStringThrough(azurite.Azurite.TablePort, proxy.Port);
        var container = new BlobContainerClient(connection, AzuriteFixture.UniqueName("proxy").ToLowerInvariant());
        await container.CreateAsync();
        var content = BinaryData.FromBytes(new byte[300_000]);
        await container.UploadBlobAsync("folder/a b.pdf", content);

        (await container.GetBlobClient("folder/a b.pdf").DownloadContentAsync()).Value.Content.Length.ShouldBe(300_000);
        _schedule.Plan(request => request.Kind == StorageRequestKind.Read, StorageFault.Busy);
        (await container.GetBlobClient("folder/a b.pdf").DownloadContentAsync()).Value.Content.Length.ShouldBe(300_000);
        _schedule.PlannedLeft.ShouldBe(0);
    }

    [Theory]
    [InlineData(StorageFault.Busy, 503, "ServerBusy")]
    [InlineData(StorageFault.ServerError, 500, "InternalError")]
    public async Task A_failing_service_answers_as_the_real_one_and_does_nothing(
        StorageFault fault,
        int status,
        string code
    )
    {
        Strike(fault, fault);
        var single = await Should.ThrowAsync<RequestFailedException>(() => _through.AddEntityAsync(Row("a", 1)));
        var group = await Should.ThrowAsync<RequestFailedException>(() =>
            _through.SubmitTransactionAsync([Upsert("a", 1)])
        );

        single.Status.ShouldBe(status);
        single.ErrorCode.ShouldBe(code);
        group.Status.ShouldBe(status);
        group.ErrorCode.ShouldBe(code);
        (await ReadAsync("a")).ShouldBeNull();
    }

    [Theory]
    [InlineData(StorageFault.Reset, false)]
    [InlineData(StorageFault.LostAnswer, true)]
    public async Task A_broken_connection_is_an_error_whether_or_not_the_write_was_done(StorageFault fault, bool isDone)
    {
        Strike(fault);
        var failure = await Should.ThrowAsync<RequestFailedException>(() => _through.AddEntityAsync(Row("a", 1)));

        failure.Status.ShouldBe(0);
        (await ReadAsync("a") is not null).ShouldBe(isDone);
    }

    [Theory]
    [InlineData(StorageFault.Timeout, false)]
    [InlineData(StorageFault.SilentAnswer, true)]
    public async Task Without_an_answer_the_client_gives_up_by_itself(StorageFault fault, bool isDone)
    {
        Strike(fault);
        await Should.ThrowAsync<TaskCanceledException>(() => _through.AddEntityAsync(Row("a", 1)));

        (await ReadAsync("a") is not null).ShouldBe(isDone);
    }

    [Fact]
    public async Task A_delay_lets_the_request_through_late()
    {
        _proxy.DelayTime = TimeSpan.FromMilliseconds(100);
        Strike(StorageFault.Delay);
        var began = TimeProvider.System.GetTimestamp();
        await _through.AddEntityAsync(Row("a", 1));

        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(95));
        (await ReadAsync("a")).ShouldBe(1);
    }

    [Fact]
    public async Task An_altered_etag_is_refused_by_the_next_write_and_the_true_one_is_not()
    {
        Strike(StorageFault.AlteredETag);
        var altered = (await _through.SubmitTransactionAsync([Upsert("a", 1)])).Value[0].Headers.ETag!.Value;
        var stored = (await _straight.GetEntityAsync<TableEntity>("p", "a")).Value.ETag;
        altered.ShouldNotBe(stored);
        Strike(StorageFault.AlteredETag);
        (await _through.GetEntityAsync<TableEntity>("p", "a")).Value.ETag.ShouldNotBe(stored);

        (await Should.ThrowAsync<RequestFailedException>(() => UpdateAsync(altered))).Status.ShouldBe(412);
        await UpdateAsync(stored);
    }

    [Theory]
    [InlineData(StorageFault.FalseConflict, 1)]
    [InlineData(StorageFault.ConflictAfterCommit, 2)]
    public async Task A_conflict_names_the_row_with_the_condition_and_the_write_is_done_or_not(
        StorageFault fault,
        int valueAfter
    )
    {
        var etag = (await _straight.AddEntityAsync(Row("a", 1))).Headers.ETag!.Value;
        var update = new TableTransactionAction(TableTransactionActionType.UpdateReplace, Row("a", 2), etag);
        Strike(fault);
        var group = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            _through.SubmitTransactionAsync([Upsert("b", 1), Upsert("c", 1), update])
        );
        group.Status.ShouldBe(412);
        group.ErrorCode.ShouldBe("UpdateConditionNotSatisfied");
        group.FailedTransactionActionIndex.ShouldBe(2);
        (await ReadAsync("a")).ShouldBe(valueAfter);

        Strike(fault);
        var stored = (await _straight.GetEntityAsync<TableEntity>("p", "a")).Value.ETag;
        (await Should.ThrowAsync<RequestFailedException>(() => UpdateAsync(stored))).Status.ShouldBe(412);
    }

    [Theory]
    [InlineData(StorageFault.FalseExists, 409, false)]
    [InlineData(StorageFault.ExistsAfterCommit, 409, true)]
    [InlineData(StorageFault.BusyAfterCommit, 503, true)]
    public async Task An_insert_is_told_otherwise_and_is_done_or_not(StorageFault fault, int status, bool isDone)
    {
        Strike(fault, fault);
        var single = await Should.ThrowAsync<RequestFailedException>(() => _through.AddEntityAsync(Row("a", 1)));
        var group = await Should.ThrowAsync<RequestFailedException>(() =>
            _through.SubmitTransactionAsync([
                Upsert("b", 1),
                new TableTransactionAction(TableTransactionActionType.Add, Row("c", 1)),
            ])
        );

        single.Status.ShouldBe(status);
        group.Status.ShouldBe(status);
        if (status == 409)
        {
            ((TableTransactionFailedException)group).FailedTransactionActionIndex.ShouldBe(1);
        }

        foreach (var key in (string[])["a", "b", "c"])
        {
            (await ReadAsync(key) is not null).ShouldBe(isDone, key);
        }
    }

    [Fact]
    public async Task A_write_without_a_condition_meets_no_conflict()
    {
        Strike(StorageFault.FalseConflict, StorageFault.ConflictAfterCommit);
        await _through.AddEntityAsync(Row("a", 1));
        await _through.SubmitTransactionAsync([Upsert("b", 1)]);
        _schedule.PlannedLeft.ShouldBe(0);
    }

    [Fact]
    public async Task Short_pages_and_empty_ones_give_all_the_rows_once_in_their_order()
    {
        string[] keys = [.. Enumerable.Range(0, 30).Select(row => $"{row:D2}")];
        await _straight.SubmitTransactionAsync(keys.Select(key => Upsert(key, 1)));
        _proxy.Paging = new Paging(7, 0.4);

        (await KeysAsync("PartitionKey eq 'p'")).ShouldBe(keys);
        (await KeysAsync("PartitionKey eq 'p' and RowKey ge '15'")).ShouldBe(keys[15..]);
        var pages = new List<int>();
        await foreach (var page in _through.QueryAsync<TableEntity>().AsPages())
        {
            pages.Add(page.Values.Count);
        }

        pages.Max().ShouldBe(7);
        pages.ShouldContain(0, "a share of 0.4 leaves some page empty; the draws are those of the seed");
    }

    [Fact]
    public async Task The_same_seed_meets_the_same_requests_with_the_same_faults()
    {
        var faults = await Task.WhenAll(StruckAsync(7), StruckAsync(7), StruckAsync(8));
        faults[0].ShouldBe(faults[1]);
        faults[0].ShouldNotBe(faults[2]);

        async Task<string> StruckAsync(int seed)
        {
            await using var proxy = await FaultProxy.StartAsync(
                azurite.Azurite.TableUri,
                new FaultSchedule(seed, new FaultRates { Busy = 0.3, ServerError = 0.3 })
            );
            using var http = new HttpClient();
            var answers = new List<int>();
            for (var request = 0; request < 40; request++)
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{proxy.Port}/nowhere"));
                answers.Add((int)answer.StatusCode);
            }

            return string.Join(' ', answers);
        }
    }

    private static TableEntity Row(string key, int value) => new("p", key) { ["Value"] = value };

    private static TableTransactionAction Upsert(string key, int value) =>
        new(TableTransactionActionType.UpsertReplace, Row(key, value));

    private void Strike(params StorageFault[] faults) => _schedule.Plan(_ => true, faults);

    private Task<Response> UpdateAsync(ETag etag) =>
        _through.UpdateEntityAsync(Row("a", 3), etag, TableUpdateMode.Replace);

    private async Task<int?> ReadAsync(string key)
    {
        var row = await _straight.GetEntityIfExistsAsync<TableEntity>("p", key);
        return row.HasValue ? row.Value!.GetInt32("Value") : null;
    }

    private async Task<string[]> KeysAsync(string filter)
    {
        var keys = new List<string>();
        await foreach (var row in _through.QueryAsync<TableEntity>(filter))
        {
            keys.Add(row.RowKey);
        }

        return [.. keys];
    }
}
