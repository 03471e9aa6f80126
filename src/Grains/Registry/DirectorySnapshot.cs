using System.Collections.Frozen;
using System.Collections.Immutable;
using CeActors.Contracts.Registry;
using CeActors.Domain.Review;
using UnitReference = CeActors.Contracts.Declarations.UnitReference;

namespace CeActors.Grains.Registry;

/// <summary>All units as their rows said at one time. Never changes: a refresh makes another.</summary>
internal sealed class DirectorySnapshot
{
    /// <summary>Memberships of one person that are told.</summary>
    public const int MembershipsMax = 50;

    /// <summary>Entries of one page.</summary>
    public const int PageSizeMax = 200;

    /// <summary>Entries that a query may skip.</summary>
    public const int SkipMax = 100_000;

    /// <summary>Characters of the text searched for that count.</summary>
    public const int TextCharactersMax = 50;

    private readonly ImmutableArray<Listed> _byCode;
    private readonly FrozenDictionary<string, Listed> _units;
    private readonly FrozenDictionary<string, int> _childCounts;
    private readonly FrozenDictionary<string, ImmutableArray<Membership>> _memberships;

    public DirectorySnapshot(IReadOnlyCollection<UnitRow> rows, DateTimeOffset refreshedAt)
    {
        RefreshedAt = refreshedAt;
        _byCode = [.. rows.OrderBy(row => row.Code, StringComparer.Ordinal).Select(row => new Listed(row))];
        _units = _byCode.ToFrozenDictionary(unit => unit.Row.Code, StringComparer.Ordinal);
        _childCounts = rows.Where(row => row.ParentCode is not null)
            .GroupBy(row => row.ParentCode!, StringComparer.Ordinal)
            .ToFrozenDictionary(children => children.Key, children => children.Count(), StringComparer.Ordinal);
        _memberships = _byCode
            .SelectMany(unit =>
                unit.Row.Members.Select(member => (member.PersonId, Membership: MembershipOf(unit.Row, member)))
            )
            .GroupBy(member => member.PersonId, StringComparer.Ordinal)
            .ToFrozenDictionary(
                person => person.Key,
                person => person.Select(member => member.Membership).Take(MembershipsMax).ToImmutableArray(),
                StringComparer.Ordinal
            );
    }

    /// <summary>When the rows were read.</summary>
    public DateTimeOffset RefreshedAt { get; }

    /// <summary>One unit; null when unknown.</summary>
    public DirectoryEntry? Find(string unitCode) =>
        _units.TryGetValue(unitCode, out var unit) ? EntryOf(unit.Row) : null;

    /// <summary>Units of a person, by code.</summary>
    public ImmutableArray<Membership> MembershipsOf(string personId) =>
        _memberships.TryGetValue(personId, out var memberships) ? memberships : [];

    /// <summary>A page; sizes outside their bounds are brought within.</summary>
    public DirectoryPage Search(DirectoryQuery query)
    {
        var text = query.Text?.Trim() ?? "";
        text = text.Length > TextCharactersMax ? text[..TextCharactersMax] : text;
        var isTyped = text.Length > 0 && text.All(char.IsAsciiLetterOrDigit);
        var matches = _byCode
            .Where(unit =>
                (query.Kind is not { } kind || unit.Row.Kind == kind)
                && (query.ParentCode is not { } parent || unit.Row.ParentCode == parent)
                && (query.DivisionCode is not { } division || unit.Row.DivisionCode == division)
            )
            .Select(unit => (Unit: unit, Rank: text.Length == 0 ? 0 : unit.RankOf(text, isTyped)))
            .Where(match => match.Rank is not null)
            .ToList();
        var page = matches
            .OrderBy(match => match.Rank)
            .ThenBy(match => text.Length == 0 ? 0 : match.Unit.Row.Name.Length)
            .Skip(Math.Clamp(query.Skip, 0, SkipMax))
            .Take(Math.Clamp(query.PageSize, 1, PageSizeMax))
            .Select(match => EntryOf(match.Unit.Row));
        return new DirectoryPage([.. page], matches.Count, RefreshedAt);
    }

    private static Membership MembershipOf(UnitRow unit, UnitRowMember member) =>
        new(new UnitReference(unit.Code, unit.Name), unit.Kind, member.Roles);

    private DirectoryEntry EntryOf(UnitRow unit) =>
        new(
            unit.Code,
            unit.Name,
            unit.Kind,
            unit.DivisionCode,
            unit.ParentCode,
            unit.AgencyCode,
            unit.IsActive,
            _childCounts.GetValueOrDefault(unit.Code),
            AncestorsOf(unit)
        );

    private ImmutableArray<UnitReference> AncestorsOf(UnitRow unit)
    {
        // Rows are read one after the other, so a ring may show itself for a moment: the depth ends it.
        var ancestors = ImmutableArray.CreateBuilder<UnitReference>();
        var parent = unit.ParentCode;
        while (
            ancestors.Count < ReviewLimits.AncestorsMax
            && parent is not null
            && parent != unit.Code
            && _units.TryGetValue(parent, out var found)
        )
        {
            ancestors.Add(new UnitReference(found.Row.Code, found.Row.Name));
            parent = found.Row.ParentCode;
        }

        return ancestors.ToImmutable();
    }

    private sealed class Listed(UnitRow row)
    {
        private readonly ulong[] _initials = PinyinInitials.Of(row.Name);

        public UnitRow Row { get; } = row;

        /// <summary>The smaller the better; null when the text is not found.</summary>
        public int? RankOf(string text, bool isTyped)
        {
            var inCode = Row.Code.IndexOf(text, StringComparison.OrdinalIgnoreCase);
            var inName = Row.Name.IndexOf(text, StringComparison.OrdinalIgnoreCase);
            if (inCode == 0 || inName == 0)
            {
                var isWhole = text.Length == (inCode == 0 ? Row.Code.Length : Row.Name.Length);
                return isWhole ? 0 : 1;
            }

            var inInitials = isTyped ? PinyinInitials.IndexOf(_initials, text) : -1;
            return (inName, inInitials, inCode) switch
            {
                (_, 0, _) => 2,
                (> 0, _, _) => 3,
                (_, > 0, _) => 4,
                (_, _, > 0) => 5,
                _ => null,
            };
        }
    }
}
