using Azure;

namespace CeActors.AzureStorage.Transactions;

/// <summary>A transaction that the service answered with an error.</summary>
/// <param name="status">The HTTP status, of the row where one is named.</param>
/// <param name="code">The service's error code; null when it gave none.</param>
/// <param name="index">The row that was refused; null when it is not one row.</param>
/// <param name="retryAfter">What the service asks to wait; null when it does not say.</param>
internal sealed class TransactionRefusedException(int status, string? code, int? index, TimeSpan? retryAfter)
    : RequestFailedException(status, $"The service answered a transaction with {status} {code}.", code, null)
{
    /// <summary>The row that was refused; null when it is not one row.</summary>
    public int? Index { get; } = index;

    /// <summary>What the service asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
