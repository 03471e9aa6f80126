using Azure.Core.Pipeline;
using CeActors.AzureStorage.GrainState;
using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>A storage provider without a silo, started, on tables of its own unless they are shared on purpose.</summary>
internal sealed class StorageRig : IAsyncDisposable
{
    private static readonly IActivatorProvider Activators = new ServiceCollection()
        .AddSerializer()
        .BuildServiceProvider()
        .GetRequiredService<IActivatorProvider>();

    private StorageRig(GroupCommitOptions options, TimeProvider clock)
    {
        Options = options;
        Buckets = new BucketMap(options);
        var instruments = new GroupCommitInstruments("test", Statistics);
        Storage = new GroupCommitStorage(
            "test",
            options,
            Buckets,
            instruments,
            Activators,
            clock,
            NullLogger<GroupSender>.Instance
        );
        Rows = new IndexRowReader(Buckets, instruments);
    }

    public GroupCommitOptions Options { get; }

    public BucketMap Buckets { get; }

    public GroupCommitStatistics Statistics { get; } = new();

    public GroupCommitStorage Storage { get; }

    public IIndexRowReader Rows { get; }

    public static async Task<StorageRig> StartAsync(
        AzuriteFixture azurite,
        Action<GroupCommitOptions>? configure = null,
        HttpPipelineTransport? transport = null,
        TimeProvider? clock = null
    )
    {
        var account = TableAccount.Connect(azurite.Azurite.ConnectionString, transport);
        var rig = Unstarted(
            options =>
            {
                options.Accounts = [account];
                configure?.Invoke(options);
            },
            clock
        );
        await rig.Storage.StartAsync(CancellationToken.None);
        return rig;
    }

    /// <summary>A provider that has not looked at its layout.</summary>
    public static StorageRig Unstarted(Action<GroupCommitOptions> configure, TimeProvider? clock = null)
    {
        var options = new GroupCommitOptions
        {
            TablePrefix = AzuriteFixture.UniqueName("T"),
            BucketCount = 2,
            ShortestAnswerLimit = TableAccount.WriteRequestLimit, // a test may hold an answer back for a while
        };
        options.Index<Note>(note => note.IndexRows());
        configure(options);
        return new StorageRig(options, clock ?? TimeProvider.System);
    }

    /// <summary>The rows of all buckets under a prefix, by key.</summary>
    public async Task<List<IndexRow>> RowsAsync(string prefix = "")
    {
        var rows = await Rows.ReadAsync(prefix, CancellationToken.None).ToListAsync();
        return [.. rows.OrderBy(row => row.RowKey, StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => Storage.DisposeAsync();
}
