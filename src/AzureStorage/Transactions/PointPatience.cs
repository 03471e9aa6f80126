using Azure.Core;
using Azure.Core.Pipeline;

namespace CeActors.AzureStorage.Transactions;

/// <summary>
/// Gives each try of reading a single row twice the time of the one before, within what all may take together. A fixed limit
/// would never get an answer from a storage that needs a little longer, and would make it do the same work six times.
/// </summary>
internal sealed class PointPatience(TimeProvider time) : HttpPipelineSynchronousPolicy
{
    /// <summary>The least that a try is given, where all time is used up.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    /// <summary>How long an answer is waited for.</summary>
    /// <param name="retry">0 for the first try.</param>
    /// <param name="passed">Since the first try was sent.</param>
    public static TimeSpan LimitOf(int retry, TimeSpan passed)
    {
        var limit = TableAccount.PointRequestLimit * (1 << Math.Clamp(retry, 0, 10));
        var left = TableAccount.PointReadingLimit - passed;
        limit = limit < left ? limit : left;
        return limit > Least ? limit : Least;
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        var tries = message.ProcessingContext;
        message.NetworkTimeout = LimitOf(tries.RetryNumber, time.GetUtcNow() - tries.StartTime);
    }
}
