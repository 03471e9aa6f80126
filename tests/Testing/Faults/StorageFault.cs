namespace CeActors.Testing.Faults;

/// <summary>What a fault proxy may do to a request on its way to the storage.</summary>
public enum StorageFault
{
    /// <summary>Nothing: the request goes on and its answer comes back.</summary>
    None = 0,

    /// <summary>503 ServerBusy, as Azure throttles; the request is not forwarded.</summary>
    Busy = 1,

    /// <summary>500 InternalError; the request is not forwarded.</summary>
    ServerError = 2,

    /// <summary>The request goes on after a wait.</summary>
    Delay = 3,

    /// <summary>The connection is reset; the request is not forwarded.</summary>
    Reset = 4,

    /// <summary>The request is swallowed: neither forwarded nor ever answered.</summary>
    Timeout = 5,

    /// <summary>The storage does what was asked, then the connection is reset instead of answering.</summary>
    LostAnswer = 6,

    /// <summary>The storage does what was asked, and no answer ever comes.</summary>
    SilentAnswer = 7,

    /// <summary>The storage does what was asked, and every etag in the answer is another than the stored one.</summary>
    AlteredETag = 8,

    /// <summary>412 though the etag was right; the request is not forwarded. A request without a condition goes on.</summary>
    FalseConflict = 9,

    /// <summary>
    /// The storage does what was asked, and the answer is 412: what a client sees whose write was sent twice on the way.
    /// A request without a condition gets its true answer.
    /// </summary>
    ConflictAfterCommit = 10,

    /// <summary>409 though no such row is there; the request is not forwarded. A request that inserts nothing goes on.</summary>
    FalseExists = 11,

    /// <summary>The storage does what was asked, and the answer is 409, as if somebody had inserted the row before.</summary>
    ExistsAfterCommit = 12,

    /// <summary>The storage does what was asked, and the answer is 503.</summary>
    BusyAfterCommit = 13,
}
