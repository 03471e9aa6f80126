using System.Diagnostics;
using System.Globalization;
using CeActors.Testing;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Silo;

/// <summary>The program itself, as an operator starts it beside a cluster that runs.</summary>
[Collection(nameof(OneSilo))]
public sealed class SiloStartTests(ClusterFixture cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_silo_with_another_number_of_buckets_ends_and_says_what_is_stored()
    {
        var (exitCode, errors) = await RunAsync(("Storage__BucketCount", "3"));
        errors.ShouldContain(
            "The silo has failed: StorageLayoutMismatchException: Storage 'state' was laid out with bucket count '2', "
                + "but this silo is configured with '3'. Configure what is stored, or move the data first."
        );
        exitCode.ShouldBe(1);
        var members = await cluster.SiloService<IMembershipTable>().ReadAllAsync(default);
        members.Members.Count.ShouldBe(cluster.Silos.Count, "it must not have joined");
    }

    private async Task<(int ExitCode, string Errors)> RunAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CeActors.Silo.dll")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        (string, string)[] all =
        [
            ("Cluster__ConnectionString", cluster.Azurite.ConnectionString),
            ("Cluster__ClusterId", cluster.SiloService<IOptions<ClusterOptions>>().Value.ClusterId),
            ("Storage__ConnectionString", cluster.Azurite.ConnectionString),
            ("Silo__Port", FreePort.Next().ToString(CultureInfo.InvariantCulture)),
            ("Silo__GatewayPort", FreePort.Next().ToString(CultureInfo.InvariantCulture)),
            ("Dashboard__Port", "0"),
            .. settings,
        ];
        foreach (var (name, value) in all)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start).ShouldNotBeNull();
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
            await output;
            return (process.ExitCode, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
