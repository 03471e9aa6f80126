using CeActors.AzureStorage;
using Orleans.Storage;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>What a grain may hear of a write.</summary>
public enum WriteAnswer
{
    /// <summary>No answer in time, and none was found by reading.</summary>
    Timeout = 0,

    /// <summary>409: there is a document already.</summary>
    Exists = 1,

    /// <summary>412: the stored document is another than the one that was read.</summary>
    Changed = 2,

    /// <summary>503: the storage is too busy.</summary>
    Busy = 3,
}

/// <summary>A write that fails.</summary>
/// <param name="IsCommitted">Everything was written all the same.</param>
/// <param name="Answer">What the grain hears.</param>
public sealed record WriteFault(bool IsCommitted, WriteAnswer Answer)
{
    private const string Message = "The stored state is not the one that was read.";

    /// <summary>What our storage throws for it.</summary>
    public Exception Of(GrainId grainId) =>
        Answer switch
        {
            WriteAnswer.Timeout => new WriteOutcomeUnknownException(grainId, nameof(TaskCanceledException)),
            WriteAnswer.Exists => new InconsistentStateException(Message, storedEtag: "other", currentEtag: null!),
            WriteAnswer.Changed => new InconsistentStateException(Message, storedEtag: "other", currentEtag: "mine"),
            _ when IsCommitted => new WriteOutcomeUnknownException(grainId, "status 503 ServerBusy"),
            _ => new StorageOverloadedException("A write waited too long for the storage; it was not sent."),
        };
}
