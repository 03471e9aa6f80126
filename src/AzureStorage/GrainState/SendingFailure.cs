using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage.Transactions;

namespace CeActors.AzureStorage.GrainState;

/// <summary>What a failed transaction tells about its rows.</summary>
internal enum FailureKind
{
    /// <summary>One row's condition did not hold; nothing was applied.</summary>
    Conflict,

    /// <summary>The service refuses one row, or the whole body, for what it is; nothing was applied and asking again is useless.</summary>
    Refused,

    /// <summary>The service refuses every request of this kind: no such table, not allowed.</summary>
    Closed,

    /// <summary>Too busy: most likely nothing was applied.</summary>
    Throttled,

    /// <summary>No answer, or one that leaves open whether it was applied.</summary>
    InDoubt,
}

/// <summary>A failed transaction, classified.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Index">The row it is about; null when it is about all of them.</param>
/// <param name="RowIsMissing">The row was to be changed or deleted and is not there.</param>
/// <param name="RowExists">The row was to be inserted and is there.</param>
/// <param name="RetryAfter">What the service asks to wait; null when it does not say.</param>
/// <param name="Exception">What was thrown.</param>
internal sealed record SendingFailure(
    FailureKind Kind,
    int? Index,
    bool RowIsMissing,
    bool RowExists,
    TimeSpan? RetryAfter,
    Exception Exception
)
{
    private const string TableNotFound = "TableNotFound";
    private const int BadRequest = 400;

    /// <summary>What went wrong, in a few words without addresses or content.</summary>
    public string Reason => ReasonOf(Exception);

    /// <inheritdoc cref="Reason"/>
    public static string ReasonOf(Exception exception) =>
        exception is RequestFailedException { Status: > 0 } failed
            ? $"status {failed.Status} {failed.ErrorCode}".TrimEnd()
            : exception.GetType().Name;

    public static SendingFailure Of(Exception exception, int rows)
    {
        if (exception is ArgumentException or InvalidOperationException)
        {
            return new(FailureKind.Refused, null, false, false, null, exception); // the SDK refused to send it
        }

        if (exception is not RequestFailedException failed)
        {
            return new(FailureKind.InDoubt, null, false, false, null, exception);
        }

        var named = failed switch
        {
            TransactionRefusedException refused => refused.Index,
            TableTransactionFailedException refused => refused.FailedTransactionActionIndex,
            _ => null,
        };
        var index = named >= 0 && named < rows ? named : null;
        var kind = KindOf(failed, index);
        var isMissing = kind == FailureKind.Conflict && failed.Status == 404;
        var exists = kind == FailureKind.Conflict && failed.Status == 409;
        return new(kind, index, isMissing, exists, RetryAfterOf(failed), failed);
    }

    private static FailureKind KindOf(RequestFailedException failed, int? index) =>
        failed.Status switch
        {
            429 or 503 => FailureKind.Throttled,
            0 or 408 or >= 500 => FailureKind.InDoubt,
            404 when failed.ErrorCode == TableNotFound => FailureKind.Closed,
            404 or 409 or 412 when index is not null => FailureKind.Conflict,
            BadRequest or 413 => FailureKind.Refused,
            _ => FailureKind.Closed,
        };

    private static TimeSpan? RetryAfterOf(RequestFailedException failed) =>
        failed is TransactionRefusedException refused ? refused.RetryAfter
        : failed.GetRawResponse() is { } response ? TransactionAnswer.RetryAfterOf(response)
        : null;
}
