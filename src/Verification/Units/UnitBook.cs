using CeActors.Domain.Review;
using CeActors.Grains.Review.Units;
using CeActors.Verification.Documents;

namespace CeActors.Verification.Units;

/// <summary>The registered units; read first, and asked by all other checks.</summary>
internal sealed class UnitBook(VerifiedAccount account)
{
    private readonly Dictionary<string, UnitEntry> _units = new(StringComparer.Ordinal);

    /// <summary>All units known so far.</summary>
    public IReadOnlyDictionary<string, UnitEntry> Units => _units;

    /// <summary>Takes a unit down as its document says it is.</summary>
    public void Add(ReviewUnitDocument document)
    {
        var unit = document.State;
        var entry = new UnitEntry(unit.ParentCode?.Value, unit.AgencyCode?.Value, unit.Kind == UnitKind.Agency);
        lock (_units)
        {
            _units[unit.Code.Value] = entry;
        }
    }

    /// <summary>Whether it was there when the units were read.</summary>
    public bool Knows(string code)
    {
        lock (_units)
        {
            return _units.ContainsKey(code);
        }
    }

    /// <summary>Whether it is there now.</summary>
    public async Task<bool> IsRegisteredAsync(string code, CancellationToken cancellationToken) =>
        Knows(code) || await RereadAsync(code, cancellationToken) is not null;

    /// <summary>A unit and its etag as it is now; null when it is not there or cannot be read.</summary>
    public async Task<(UnitEntry Unit, string ETag)?> RereadAsync(string code, CancellationToken cancellationToken)
    {
        var kind = DocumentKinds.Unit;
        var stored = await account.AreaOf(kind).FindAsync(kind.Of(code), cancellationToken);
        if (
            stored is null
            || DocumentReading.Of(kind.Provider, stored).Document is not ReviewUnitDocument document
            || document.Unit.Code != code
        )
        {
            return null;
        }

        Add(document);
        lock (_units)
        {
            return (_units[code], stored.ETag);
        }
    }
}

/// <summary>What the tree needs to know of a unit.</summary>
/// <param name="Parent">Code of its superior; null for none.</param>
/// <param name="Agency">Code of its agency; null for none of its own.</param>
/// <param name="IsAgency">Whether it is an agency.</param>
internal sealed record UnitEntry(string? Parent, string? Agency, bool IsAgency);
