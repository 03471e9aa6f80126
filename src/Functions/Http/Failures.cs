using System.Net.Sockets;

namespace CeActors.Functions.Http;

/// <summary>What an exception of a handler means for the client.</summary>
internal enum FailureKind
{
    /// <summary>Nothing was sent: the cluster cannot be reached. Nothing changed.</summary>
    Away,

    /// <summary>A silo that has too much to do sent the call back at its gateway, unread. Nothing changed.</summary>
    Shed,

    /// <summary>A call, or a write behind it, failed on the way; whether it took effect is not known.</summary>
    UnknownOutcome,

    /// <summary>A fault of this system.</summary>
    Unexpected,
}

/// <summary>Sorts exceptions. Storage faults come from the silos by name: this front knows none of their types.</summary>
internal static class Failures
{
    private static readonly string[] TransientNamespaces = ["Orleans.", "Azure."];
    private const string StorageNamespace = ".AzureStorage.";

    // What a grain throws while it goes away after a failed write.
    private const string GoingAway = ".OutcomeUnknownException";

    // A document that cannot be read, or is too large to be stored, does not mend itself by waiting.
    private static readonly string[] LastingNames =
    [
        StorageNamespace + "StoredDocumentUnreadableException",
        StorageNamespace + "ChangeTooLargeException",
    ];

    public static FailureKind KindOf(Exception exception)
    {
        // The runtime wraps what a grain's storage throws in an exception of its own, so an inner one may tell more.
        var chain = ChainOf(exception).ToArray();
        return chain.Any(each => each is ClusterAwayException) ? FailureKind.Away
            // Only a client's calls come to a gateway, so it is the front's own call that was not carried out.
            : chain.Any(each => each is Orleans.Runtime.GatewayTooBusyException) ? FailureKind.Shed
            : chain.Any(IsLasting) ? FailureKind.Unexpected
            : chain.Any(IsTransient) ? FailureKind.UnknownOutcome
            : FailureKind.Unexpected;
    }

    private static IEnumerable<Exception> ChainOf(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    private static bool IsLasting(Exception exception) =>
        LastingNames.Any(name => NameOf(exception).EndsWith(name, StringComparison.Ordinal));

    private static bool IsTransient(Exception exception) =>
        // Cancelled by the runtime, such as a call that had no place before its time was over; a client that left is known before.
        exception
            is TimeoutException
                or OperationCanceledException
                or IOException
                or SocketException
                or HttpRequestException
        || NameOf(exception).EndsWith(GoingAway, StringComparison.Ordinal)
        || NameOf(exception).Contains(StorageNamespace, StringComparison.Ordinal)
        || TransientNamespaces.Any(prefix => NameOf(exception).StartsWith(prefix, StringComparison.Ordinal));

    private static string NameOf(Exception exception) =>
        exception is Orleans.Serialization.UnavailableExceptionFallbackException { ExceptionType: { } remote }
            ? remote.Split(',')[0]
            : exception.GetType().FullName ?? "";
}

/// <summary>The cluster is not connected, so nothing was sent.</summary>
internal sealed class ClusterAwayException() : Exception("The cluster is not connected.");
