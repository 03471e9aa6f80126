using Azure.Data.Tables;
using CeActors.AzureStorage;
using CeActors.AzureStorage.Inspection;
using CeActors.Verification.Findings;

namespace CeActors.Verification;

/// <summary>The stored layout of each provider, and whether its tables are there.</summary>
internal sealed class LayoutCheck(TableServiceClient tables, FindingList findings)
{
    private const string KnownSerializer = "System.Text.Json";

    /// <summary>The data of a provider; null when its layout does not say where they are.</summary>
    public async Task<Area?> AreaOfAsync(string tablePrefix, CancellationToken cancellationToken)
    {
        var rows = new StoredAccount(tables, tablePrefix);
        var table = tablePrefix + "Layout";
        if (await rows.ReadLayoutAsync(cancellationToken) is not { } layout)
        {
            findings.Add(new Finding(FindingKind.LayoutMissing, table, "", "there is no layout row"));
            return null;
        }

        var faults = FaultsOf(rows, layout).ToList();
        findings.AddRange(faults.Select(fault => new Finding(FindingKind.LayoutWrong, table, "1", fault)));
        if (layout.BucketCount is not { } count || faults.Count > 0)
        {
            return null;
        }

        var existing = await rows.ExistingBucketsAsync(cancellationToken);
        foreach (var bucket in existing.Where(bucket => bucket >= count))
        {
            findings.Add(
                new Finding(FindingKind.TableStray, rows.TableOf(bucket), "", $"the layout has {count} buckets")
            );
        }

        var missing = Enumerable.Range(0, count).Except(existing).ToList();
        foreach (var bucket in missing)
        {
            findings.Add(new Finding(FindingKind.TableMissing, rows.TableOf(bucket), "", "the layout names it"));
        }

        // Without one of its tables, everything that refers to it would be told as broken too.
        return missing.Count == 0 ? new Area(rows, count) : null;
    }

    private IEnumerable<string> FaultsOf(StoredAccount rows, StoredLayout layout)
    {
        if (layout.Version != StoredAccount.KnownLayoutVersion)
        {
            yield return $"layout version {layout.Version?.ToString() ?? "missing"}; this program knows {StoredAccount.KnownLayoutVersion}";
        }

        if (layout.Serializer != KnownSerializer)
        {
            yield return $"serializer '{layout.Serializer}'; this program knows '{KnownSerializer}'";
        }

        if (layout.Hash != StoredAccount.KnownHash)
        {
            yield return $"hash '{layout.Hash}'; this program knows '{StoredAccount.KnownHash}'";
        }

        if (layout.BucketCount is not (>= 1 and <= GroupCommitLimits.BucketsMax))
        {
            yield return $"bucket count {layout.BucketCount?.ToString() ?? "missing"}";
            yield break;
        }

        var places = Enumerable
            .Range(0, layout.BucketCount.Value)
            .Select(bucket => $"{tables.AccountName}/{rows.TableOf(bucket)}");
        if (!places.SequenceEqual(layout.Buckets))
        {
            yield return $"the places of its {layout.BucketCount} buckets are not all in this account: {string.Join(";", layout.Buckets.Take(4))}";
        }
    }
}
