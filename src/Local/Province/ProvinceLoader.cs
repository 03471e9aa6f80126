using System.Diagnostics;
using Azure.Data.Tables;
using CeActors.Local.Identity;

namespace CeActors.Local.Province;

/// <summary>
/// Loads the province as real input, over the registry's endpoints. A row beside the data says which version is loaded; without it everything
/// is sent, and what is there already changes nothing.
/// </summary>
public sealed class ProvinceLoader(string storageConnection, Accounts accounts, Announcer announcer)
{
    /// <summary>Requests under way at the same time.</summary>
    public const int RequestsAtOnce = 8;

    private const string MarkerTable = "LocalMarkers";
    private const string MarkerPartition = "province";
    private const string MarkerRow = "loaded";
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(2);

    /// <returns>False when this very version was there already.</returns>
    /// <exception cref="LocalFault">A request was refused.</exception>
    public async Task<bool> LoadAsync(ProvinceRequests requests, CancellationToken stopping)
    {
        var version = requests.Version();
        var markers = new TableClient(storageConnection, MarkerTable);
        await markers.CreateIfNotExistsAsync(stopping);
        var marker = await markers.GetEntityIfExistsAsync<TableEntity>(
            MarkerPartition,
            MarkerRow,
            cancellationToken: stopping
        );
        if (marker.HasValue && marker.Value!.GetString("Version") == version)
        {
            announcer.Say($"  示例省份已载入 The demo province {version} is loaded already.");
            return false;
        }

        announcer.Say($"  载入示例省份 Loading the demo province {version} over HTTP …");
        var watch = Stopwatch.StartNew();
        foreach (var (name, wave) in requests.Waves())
        {
            await SendAsync(name, wave, stopping);
        }

        var loaded = new TableEntity(MarkerPartition, MarkerRow) { ["Version"] = version };
        await markers.UpsertEntityAsync(loaded, TableUpdateMode.Replace, stopping);
        announcer.Say($"  示例省份载入完成 The demo province is loaded, {watch.Elapsed.TotalSeconds:0.0} s.");
        return true;
    }

    private async Task SendAsync(string name, IReadOnlyList<RegistryRequest> wave, CancellationToken stopping)
    {
        var sent = 0;
        var reported = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            wave,
            new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = stopping },
            async (request, cancelled) =>
            {
                var client = accounts.Of(request.Account);
                var answer = await client.ChangeAsync(
                    request.Method,
                    request.Path,
                    request.Body,
                    cancelled,
                    commandId: request.CommandId
                );
                answer.Required();
                var count = Interlocked.Increment(ref sent);
                lock (reported)
                {
                    if (reported.Elapsed > ReportEvery && count < wave.Count)
                    {
                        reported.Restart();
                        announcer.Say($"    {name}: {count}/{wave.Count}");
                    }
                }
            }
        );
        announcer.Say($"    {name}: {wave.Count}/{wave.Count}");
    }
}
