namespace CeActors.Verification;

/// <summary>What keeps the memory and the time of a verification within bounds.</summary>
public static class VerificationLimits
{
    /// <summary>Findings kept whole; further ones are counted by kind.</summary>
    public const int FindingsKeptMax = 10_000;

    /// <summary>
    /// Facts held at a time, 24 bytes each: about 100 MB. Beyond it the facts are judged in several shares, each of which
    /// reads the account once more.
    /// </summary>
    public const int FactsHeldMax = 4_000_000;

    /// <summary>
    /// Doubtful documents, rows or keys that are read again one by one before they are reported, of each bucket and of each
    /// share of the facts. An account with more is broken as a whole; the rest is counted as left out.
    /// </summary>
    public const int SuspectsMax = 20_000;

    /// <summary>How often something doubtful that changes while it is read is read again before it is given up as unsettled.</summary>
    public const int RereadingsMax = 20;

    /// <summary>Rows read between two reports of progress.</summary>
    public const int RowsBetweenReports = 2_000;

    /// <summary>Buckets read at a time: the memory for the rows of that many buckets is in use.</summary>
    public const int ConcurrentBucketsMax = 2;
}
