using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Faults;

/// <summary>What the system has told the owner of a draft.</summary>
/// <param name="id">The declaration.</param>
/// <param name="owner">Who saves it.</param>
/// <param name="etag">As it was opened: <c>"v{version}-r{revision}"</c>.</param>
public sealed class ToldDraft(string id, LoadActor owner, string etag)
{
    /// <summary>The declaration.</summary>
    public string Id => id;

    /// <summary>Who saves it.</summary>
    public LoadActor Owner => owner;

    /// <summary>Its revision as it was opened.</summary>
    public long FirstRevision { get; } = RevisionOf(etag);

    /// <summary>Acknowledged savings since.</summary>
    public long Saves { get; private set; }

    /// <summary>What it is by the newest acknowledgement.</summary>
    public string ETag { get; private set; } = etag;

    /// <summary>A saving was acknowledged.</summary>
    public void Take(string newETag)
    {
        Saves++;
        ETag = newETag;
    }

    private static long RevisionOf(string etag) =>
        long.Parse(etag[(etag.LastIndexOf('r') + 1)..].TrimEnd('"'), System.Globalization.CultureInfo.InvariantCulture);
}
