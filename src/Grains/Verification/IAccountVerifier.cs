using CeActors.Contracts.Verification;

namespace CeActors.Grains.Verification;

/// <summary>Port to the check of all that is stored; the silo's composition knows the storage. Safe for many threads.</summary>
public interface IAccountVerifier
{
    /// <summary>Reads everything; may take many minutes.</summary>
    /// <param name="progress">Told some times a second at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Exception">The storage cannot be read: that is no finding.</exception>
    Task<VerificationResult> RunAsync(IProgress<VerificationStep> progress, CancellationToken cancellationToken);
}

/// <summary>How far a verification is; see <see cref="VerificationView"/>.</summary>
public sealed record VerificationStep(string Name, int BucketsDone, int Buckets, long Rows);
