using Azure.Data.Tables;
using CeActors.Contracts.Verification;
using CeActors.Files;
using CeActors.Grains.Verification;
using CeActors.Verification;

namespace CeActors.Silo.Hosting;

/// <summary>The grains' port to the verification of what is stored. It reads slowly: the silo has other work.</summary>
internal sealed class AccountVerifier(SiloSettings settings) : IAccountVerifier
{
    private const int FindingsToldMax = 200;

    public async Task<VerificationResult> RunAsync(
        IProgress<VerificationStep> progress,
        CancellationToken cancellationToken
    )
    {
        var report = await AccountVerification.RunAsync(
            new VerificationOptions
            {
                Tables = new TableServiceClient(settings.StorageConnectionString),
                Files = settings.EvidenceConnectionString is { } evidence ? FilesOf(evidence) : null,
                ConcurrentBuckets = 1,
                Progress = new Steps(progress),
            },
            cancellationToken
        );
        return new VerificationResult(
            report.IsHealthy,
            report.FilesRead,
            report.Figures.Declarations,
            report.Figures.Unsettled,
            report.Figures.LeftOut,
            report.FindingCount,
            [
                .. report
                    .Findings.Take(FindingsToldMax)
                    .Select(finding => new VerificationFinding(
                        finding.Code,
                        finding.Table,
                        finding.Row,
                        finding.Detail
                    )),
            ]
        );
    }

    private static StoredFiles FilesOf(string connectionString) =>
        new(
            EvidenceAccount.Open(
                new EvidenceOptions { ConnectionString = connectionString },
                credential: null,
                TimeProvider.System
            )
        );

    private sealed class Steps(IProgress<VerificationStep> progress) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) =>
            progress.Report(new VerificationStep(value.Step, value.BucketsDone, value.Buckets, value.Rows));
    }
}
