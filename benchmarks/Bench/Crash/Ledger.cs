using System.Collections.Concurrent;
using System.Globalization;

namespace CeActors.Benchmarks.Crash;

/// <summary>A command that was acknowledged, as it was sent, with what it came to.</summary>
/// <param name="Action">What the declaration's history calls it; null when it makes no version.</param>
/// <param name="Request">To be sent again.</param>
/// <param name="Essence">What a repetition must come to.</param>
public sealed record Acknowledged(string? Action, CrashRequest Request, string Essence);

/// <summary>A version that a declaration must have, because somebody was told so.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Action">What the history must call it.</param>
public sealed record AcknowledgedVersion(long Version, string Action);

/// <summary>A declaration as its clients know it.</summary>
/// <param name="id">Id.</param>
/// <param name="person">Its declarant.</param>
public sealed class KnownDeclaration(string id, Load.LoadActor person)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>Its declarant.</summary>
    public Load.LoadActor Person { get; } = person;

    /// <summary>All versions that were acknowledged.</summary>
    public ConcurrentQueue<AcknowledgedVersion> Versions { get; } = new();

    /// <summary>Status by the newest acknowledgement.</summary>
    public string Status { get; private set; } = "";

    /// <summary>Unit that holds it by the newest acknowledgement; null when none does.</summary>
    public string? Holder { get; private set; }

    /// <summary>ETag by the newest acknowledgement.</summary>
    public string? ETag { get; private set; }

    /// <summary>Newest acknowledged version.</summary>
    public long Version { get; private set; }

    /// <summary>Takes over what a command was answered.</summary>
    public void Take(string action, Answer answer, string? etag) =>
        Take(action, answer.Text("status") ?? "", answer.Text("holderUnitCode"), answer.Number("version") ?? 0, etag);

    /// <summary>Takes over what a batch did to it.</summary>
    public void Take(string action, string status, string? holder, long version, string? etag)
    {
        Versions.Enqueue(new AcknowledgedVersion(version, action));
        (Status, Holder, Version, ETag) = (status, holder, version, etag);
    }
}

/// <summary>Everything that the clients were told.</summary>
public sealed class Ledger
{
    /// <summary>Acknowledged commands in the order of their acknowledgement.</summary>
    public ConcurrentQueue<Acknowledged> Commands { get; } = new();

    /// <summary>Declarations by id.</summary>
    public ConcurrentDictionary<string, KnownDeclaration> Declarations { get; } = new();

    /// <summary>Commands that have no answer yet, with the moment of their first sending.</summary>
    public ConcurrentDictionary<CrashRequest, TimeSpan> UnderWay { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>How long commands waited for their answers.</summary>
    public ConcurrentQueue<Waited> Waits { get; } = new();

    /// <summary>What should not have happened, in words: refusals without a reason, two answers to one key, silence.</summary>
    public ConcurrentQueue<string> Surprises { get; } = new();
}

/// <summary>How long something waited.</summary>
/// <param name="From">When it was first sent.</param>
/// <param name="To">When it was answered for good.</param>
/// <param name="What">What it was.</param>
/// <param name="Setbacks">What came before the answer.</param>
public sealed record Waited(TimeSpan From, TimeSpan To, string What, IReadOnlyList<string> Setbacks)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{What}, {(To - From).TotalSeconds:F1} s: {string.Join(", ", Setbacks)}"
        );
}
