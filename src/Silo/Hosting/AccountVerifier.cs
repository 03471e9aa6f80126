using CeActors.Contracts.Verification;
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
                Tables = settings.TableService(settings.Storage),
                Files = settings.Evidence is { } evidence ? settings.Files(evidence) : null,
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

    private sealed class Steps(IProgress<VerificationStep> progress) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) =>
            progress.Report(new VerificationStep(value.Step, value.BucketsDone, value.Buckets, value.Rows));
    }
}
