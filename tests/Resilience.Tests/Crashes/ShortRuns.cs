using CeActors.Benchmarks.Crash;

namespace CeActors.Resilience.Tests.Crashes;

/// <summary>Tests with processes of their own run one after another: two clusters at a time would judge the machine.</summary>
[Xunit.CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RealProcesses
{
    public const string Name = "Real processes";
}

/// <summary>What short runs have in common, and what is promised of recovery.</summary>
internal static class ShortRuns
{
    /// <summary>Promised after SIGKILL of a silo, in seconds.</summary>
    public const double KillRecoverySeconds = 25;

    /// <summary>Promised after SIGTERM of a silo, in seconds.</summary>
    public const double StopRecoverySeconds = 5;

    private const int Clients = 8;
    private const int Units = 24;

    /// <summary>Few clients in short breaths, so that a busy machine can follow.</summary>
    public static CrashOptions Options(int seed) =>
        new(
            KillCount: 0,
            seed,
            Clients,
            Units,
            ThinkTime: TimeSpan.FromMilliseconds(200),
            CalmTime: TimeSpan.FromSeconds(1),
            CheckEvery: int.MaxValue,
            Blows: null,
            OldVersion: null,
            LogDirectory: null
        );
}
