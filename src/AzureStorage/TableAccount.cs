using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CeActors.AzureStorage.Transactions;

namespace CeActors.AzureStorage;

/// <summary>
/// A storage account as the providers see it: one client to read with, whose SDK retries what failed, and one to write
/// with, whose SDK never does. The SDK's own retry of a transaction that had landed meets its own rows and calls that a
/// conflict; the write path settles such doubts by the write id instead.
/// </summary>
/// <param name="Reads">The client that reads; keep its retries on.</param>
/// <param name="Writes">
/// The client that writes; its retries should be off and its network timeout short. The same client as
/// <paramref name="Reads"/> is correct too, only slower to settle a doubtful write.
/// </param>
public sealed record TableAccount(TableServiceClient Reads, TableServiceClient Writes)
{
    /// <summary>How long one write request may take before its outcome counts as unknown.</summary>
    public static readonly TimeSpan WriteRequestLimit = TimeSpan.FromSeconds(10);

    /// <summary>How long a page of rows may take before it is asked for again.</summary>
    public static readonly TimeSpan ReadRequestLimit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a single row may take before it is asked for a second time; each further try waits twice as long, so that an
    /// answer that was lost is asked for soon, and a storage that is merely slow is not asked for the same again and again.
    /// </summary>
    public static readonly TimeSpan PointRequestLimit = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a single row may take with all its tries, apart from the pauses between them: a grain that activates, and its caller,
    /// wait for it. It stays well under the half minute that an activation is given.
    /// </summary>
    public static readonly TimeSpan PointReadingLimit = TimeSpan.FromSeconds(14);

    private const int PointRetriesMax = 5;
    private static readonly TimeSpan PointRetryFirst = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PointRetryLongest = TimeSpan.FromSeconds(1);

    private const string TokenScope = "https://storage.azure.com/.default";

    /// <summary>The name of the account.</summary>
    public string Name => Reads.AccountName;

    /// <summary>The client that reads single rows.</summary>
    internal TableServiceClient Points
    {
        get => field ?? Reads;
        private init;
    }

    private DirectTransactions? Direct { get; init; }

    /// <summary>Makes the senders of transactions by the name of their table; null is over the wire. For simulations.</summary>
    internal Func<string, ITransactionSender>? Senders { get; init; }

    /// <summary>Both clients of one account, from a connection string.</summary>
    /// <param name="connectionString">As the portal or Azurite gives it.</param>
    /// <param name="transport">The HTTP transport of both clients; null is the SDK's own.</param>
    public static TableAccount Connect(string connectionString, HttpPipelineTransport? transport = null)
    {
        var account = new TableAccount(
            new TableServiceClient(connectionString, ReadOptions(transport)),
            new TableServiceClient(connectionString, WriteOptions(transport))
        )
        {
            Points = new TableServiceClient(connectionString, PointOptions(transport)),
        };
        return AccountKey.In(connectionString) is { } key
            ? account.Directly(new SharedKeyLitePolicy(account.Name, key, TimeProvider.System), transport)
            : account;
    }

    /// <summary>Both clients of one account, signed in by a token (managed identity in Azure).</summary>
    /// <param name="endpoint">The table endpoint of the account.</param>
    /// <param name="credential">
    /// Who signs in. The token is kept, asked for anew before it expires, and by one request at a time; what is written meanwhile goes on with
    /// the old one.
    /// </param>
    /// <param name="transport">The HTTP transport of both clients; null is the SDK's own.</param>
    public static TableAccount Connect(
        Uri endpoint,
        TokenCredential credential,
        HttpPipelineTransport? transport = null
    )
    {
        var account = new TableAccount(
            new TableServiceClient(endpoint, credential, ReadOptions(transport)),
            new TableServiceClient(endpoint, credential, WriteOptions(transport))
        )
        {
            Points = new TableServiceClient(endpoint, credential, PointOptions(transport)),
        };
        return account.Directly(new BearerTokenAuthenticationPolicy(credential, TokenScope), transport);
    }

    /// <summary>The transactions of one table.</summary>
    internal ITransactionSender TransactionsOf(string tableName) =>
        Senders?.Invoke(tableName) ?? Direct?.Of(tableName) ?? new SdkTransactions(Writes.GetTableClient(tableName));

    /// <summary>One client for both; correct, only slower to settle a doubtful write.</summary>
    public static implicit operator TableAccount(TableServiceClient client) => new(client, client);

    private TableAccount Directly(HttpPipelinePolicy signing, HttpPipelineTransport? transport) =>
        this with
        {
            Direct = new DirectTransactions(
                Reads.Uri,
                HttpPipelineBuilder.Build(WriteOptions(transport), perRetryPolicies: signing)
            ),
        };

    private static TableClientOptions ReadOptions(HttpPipelineTransport? transport)
    {
        var options = new TableClientOptions { Retry = { NetworkTimeout = ReadRequestLimit } };
        return With(options, transport);
    }

    private static TableClientOptions PointOptions(HttpPipelineTransport? transport)
    {
        var options = new TableClientOptions
        {
            Retry =
            {
                NetworkTimeout = PointRequestLimit,
                MaxRetries = PointRetriesMax,
                Delay = PointRetryFirst,
                MaxDelay = PointRetryLongest,
            },
        };
        options.AddPolicy(new PointPatience(TimeProvider.System), HttpPipelinePosition.PerRetry);
        return With(options, transport);
    }

    private static TableClientOptions WriteOptions(HttpPipelineTransport? transport)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = WriteRequestLimit } };
        return With(options, transport);
    }

    private static TableClientOptions With(TableClientOptions options, HttpPipelineTransport? transport)
    {
        // The SDK's spans and logs cost more than the request itself on the write path; our meter counts there.
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        if (transport is not null)
        {
            options.Transport = transport;
        }

        return options;
    }
}
