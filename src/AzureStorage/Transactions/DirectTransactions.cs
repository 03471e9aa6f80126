using System.Buffers;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.Transactions;

/// <summary>
/// An account's transactions, over a pipeline of our own: the SDK's transport, timeouts and credentials, but the bodies
/// are written and the answers read here. Nothing is ever sent twice by itself.
/// </summary>
internal sealed class DirectTransactions(Uri account, HttpPipeline pipeline)
{
    /// <summary>The version of the service that is spoken; the SDK's.</summary>
    public const string ServiceVersion = "2020-12-06";

    private readonly string _account = account.AbsoluteUri.TrimEnd('/');
    private readonly Uri _batch = new(account.AbsoluteUri.TrimEnd('/') + "/$batch");

    /// <summary>The transactions of one table.</summary>
    public ITransactionSender Of(string tableName) => new Sender(this, $"{_account}/{tableName}");

    private async Task<IReadOnlyList<string?>> SendAsync(
        string table,
        IReadOnlyList<TableTransactionAction> rows,
        ArrayBufferWriter<byte> body,
        TimeSpan answerLimit,
        CancellationToken cancellationToken
    )
    {
        var contentType = TransactionBody.Write(table, rows, body);
        using var message = pipeline.CreateMessage();
        message.NetworkTimeout = answerLimit;
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(_batch);
        request.Headers.Add("x-ms-version", ServiceVersion);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("Content-Type", contentType);
        request.Content = RequestContent.Create(body.WrittenMemory);
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return TransactionAnswer.Read(message.Response, rows.Count);
    }

    private sealed class Sender(DirectTransactions transactions, string table) : ITransactionSender
    {
        private const int FirstBytes = 16 * 1024;
        private const int KeptBytesMax = 512 * 1024;
        private ArrayBufferWriter<byte>? _spare;

        public async Task<IReadOnlyList<string?>> SendAsync(
            IReadOnlyList<TableTransactionAction> rows,
            TimeSpan answerLimit,
            CancellationToken cancellationToken
        )
        {
            var body = Interlocked.Exchange(ref _spare, null) ?? new ArrayBufferWriter<byte>(FirstBytes);
            var etags = await transactions
                .SendAsync(table, rows, body, answerLimit, cancellationToken)
                .ConfigureAwait(false);
            // Kept only after an answer: a request that was given up may still be reading from it.
            if (body.Capacity <= KeptBytesMax)
            {
                body.ResetWrittenCount();
                _spare = body;
            }

            return etags;
        }
    }
}
