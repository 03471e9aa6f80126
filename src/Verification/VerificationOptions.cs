using Azure.Data.Tables;
using CeActors.Files;

namespace CeActors.Verification;

/// <summary>What is verified.</summary>
public sealed record VerificationOptions
{
    /// <summary>The account of the documents; keep its retries on.</summary>
    public required TableServiceClient Tables { get; init; }

    /// <summary>The files of evidence and statements; null does not look for them.</summary>
    public StoredFiles? Files { get; init; }

    /// <summary>Facts held at a time; at least 1.</summary>
    public int FactsHeldMax { get; init; } = VerificationLimits.FactsHeldMax;

    /// <summary>Buckets read at a time, at least 1: the memory for the rows of so many buckets is in use.</summary>
    public int ConcurrentBuckets { get; init; } = VerificationLimits.ConcurrentBucketsMax;

    /// <summary>Told how far it is, some times a second at most; null for nobody.</summary>
    public IProgress<VerificationProgress>? Progress { get; init; }

    /// <summary>Measures how long it takes.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
