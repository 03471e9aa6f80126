using Azure.Data.Tables;

namespace CeActors.AzureStorage.Transactions;

/// <summary>Sends entity group transactions to one table.</summary>
internal interface ITransactionSender
{
    /// <summary>Sends rows of one partition, once, and gives their new etags in the same order; null for deleted rows.</summary>
    /// <exception cref="Azure.RequestFailedException">The service refused it; nothing was applied, unless the status leaves it open.</exception>
    /// <param name="rows">The rows.</param>
    /// <param name="answerLimit">How long the answer is waited for.</param>
    /// <param name="cancellationToken">Gives up sooner.</param>
    /// <exception cref="OperationCanceledException">No answer came in time: what was done is not known.</exception>
    Task<IReadOnlyList<string?>> SendAsync(
        IReadOnlyList<TableTransactionAction> rows,
        TimeSpan answerLimit,
        CancellationToken cancellationToken
    );
}

/// <summary>Through the SDK: for clients that were made elsewhere, whose credentials cannot be had from them.</summary>
internal sealed class SdkTransactions(TableClient table) : ITransactionSender
{
    public async Task<IReadOnlyList<string?>> SendAsync(
        IReadOnlyList<TableTransactionAction> rows,
        TimeSpan answerLimit,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(answerLimit);
        var answer = await table.SubmitTransactionAsync(rows, limit.Token).ConfigureAwait(false);
        return [.. answer.Value.Select(row => row.Headers.ETag?.ToString())];
    }
}
