using System.Diagnostics.CodeAnalysis;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>
/// The place of every unit, as far as it is known, and those that units may be getting. A change is allowed when the rules hold
/// with every place that any unit may have, so that no order in which changes land can break them. Not safe for several threads.
/// </summary>
/// <remarks>
/// What is promised: as long as every change of a place is reserved here before it is written, and written on condition that the unit's
/// entry still has the version named, the true place of each unit is among those known here.
/// </remarks>
public sealed class UnitTree
{
    private readonly Dictionary<UnitCode, UnitNode> _nodes = [];
    private readonly SortedDictionary<long, ReservedPlace> _reserved = [];
    private readonly UnitView _certain;
    private readonly UnitView _possible;

    public UnitTree()
    {
        _certain = new UnitView(_nodes, includesReserved: false);
        _possible = new UnitView(_nodes, includesReserved: true);
    }

    /// <summary>Places that may be taken, in the order of their numbers.</summary>
    public IReadOnlyCollection<ReservedPlace> Reserved => _reserved.Values;

    /// <summary>Takes over where a unit stands as of a version of its entry; what is older than known changes nothing.</summary>
    /// <param name="code">The unit.</param>
    /// <param name="version">From 1; 0 where the version is not known, which replaces nothing but another such.</param>
    /// <param name="place">Its place in that version.</param>
    public void Learn(UnitCode code, long version, UnitPlace place)
    {
        var node = NodeOf(code);
        if (node.Place is not null && version <= node.Version && version + node.Version > 0)
            return;
        Change(
            node,
            () =>
            {
                node.Place = place;
                node.Version = version;
                // A change that was to replace an older version has landed, or never will.
                DropReserved(node, reserved => reserved.BaseVersion < version);
            }
        );
    }

    /// <summary>Takes over that a unit has renewed its entry: what was reserved up to this number and is not its place is void.</summary>
    public void Renew(UnitCode code, long version, UnitPlace place, long upTo)
    {
        Learn(code, version, place);
        var node = NodeOf(code);
        Change(node, () => DropReserved(node, reserved => reserved.Number <= upTo));
    }

    /// <summary>Takes over a reserved place.</summary>
    public void Reserve(ReservedPlace reserved)
    {
        var node = NodeOf(reserved.Code);
        if (reserved.BaseVersion < node.Version || !_reserved.TryAdd(reserved.Number, reserved))
            return;
        Change(
            node,
            () =>
            {
                // The same once more, with a number of its own: what makes it void makes the earlier one void too.
                DropReserved(node, same => same.BaseVersion == reserved.BaseVersion && same.Place == reserved.Place);
                node.Reserved.Add(reserved);
            }
        );
    }

    /// <summary>
    /// Drops what was reserved before an instant by units that are not registered. Such a change makes the unit, so there is nothing that
    /// could be renewed to make it void; the instant must lie further back than any write can take.
    /// </summary>
    public void DropUnregistered(DateTimeOffset before)
    {
        var lost = _reserved.Values.Where(reserved => reserved.At < before).ToList();
        foreach (var node in lost.Select(reserved => NodeOf(reserved.Code)).Where(node => node.Place is null))
            Change(node, () => DropReserved(node, reserved => reserved.At < before));
    }

    /// <summary>Null when the unit may have this place, whatever else lands.</summary>
    /// <returns>
    /// <see cref="ReviewRefusals.PlaceUnderWay"/> when it might with what is known for certain, and a change that is under way stands
    /// against it.
    /// </returns>
    public Refusal? Check(UnitCode code, UnitPlace wished)
    {
        if (Check(code, wished, _certain) is { } refusal)
            return refusal;
        return Check(code, wished, _possible) is null ? null : ReviewRefusals.PlaceUnderWay;
    }

    private Refusal? Check(UnitCode code, UnitPlace wished, UnitView view)
    {
        var node = _nodes.GetValueOrDefault(code);
        if (node is { Place: { } present } && present.Kind != wished.Kind && view.HasSubordinates(node))
            return ReviewRefusals.KindLockedBySubordinates;
        var problem = CheckParent(code, node, wished.ParentCode, view) ?? CheckAgency(node, wished.AgencyCode, view);
        return problem is null ? null : Refusal.Of(problem);
    }

    private Problem? CheckParent(UnitCode code, UnitNode? node, UnitCode? parentCode, UnitView view)
    {
        const string path = "/parentCode";
        if (parentCode is null || parentCode == node?.Place?.ParentCode)
            return null;
        if (parentCode == code)
            return RegistryProblems.ParentBelow(path);
        if (!IsRegistered(parentCode, out var parent))
            return RegistryProblems.UnitUnknown(path);
        if (node is not null && view.IsAbove(node, parent))
            return RegistryProblems.ParentBelow(path);
        if (!view.IsOf(UnitKind.SupervisingDepartment, parent))
            return RegistryProblems.ParentNotDepartment(path);
        var above = view.LevelsAbove(parent) + 1;
        if (above > ReviewLimits.AncestorsMax)
            return RegistryProblems.TooDeep(path);
        return node is not null && above + view.LevelsBelow(node) > ReviewLimits.AncestorsMax
            ? RegistryProblems.SubtreeTooDeep(path)
            : null;
    }

    private Problem? CheckAgency(UnitNode? node, UnitCode? agencyCode, UnitView view)
    {
        const string path = "/agencyCode";
        if (agencyCode is null || agencyCode == node?.Place?.AgencyCode)
            return null;
        if (!IsRegistered(agencyCode, out var agency))
            return RegistryProblems.UnitUnknown(path);
        return view.IsOf(UnitKind.Agency, agency) ? null : RegistryProblems.NotAnAgency(path);
    }

    private bool IsRegistered(UnitCode code, [NotNullWhen(true)] out UnitNode? node) =>
        _nodes.TryGetValue(code, out node) && node.Place is not null;

    private void DropReserved(UnitNode node, Predicate<ReservedPlace> which)
    {
        foreach (var reserved in node.Reserved.FindAll(which))
        {
            node.Reserved.Remove(reserved);
            _reserved.Remove(reserved.Number);
        }
    }

    // What may tie the unit to others is hung elsewhere where the change makes a difference.
    private void Change(UnitNode node, Action change)
    {
        var before = TiesOf(node);
        change();
        var after = TiesOf(node);
        foreach (var gone in before.Except(after))
            (gone.IsAgency ? NodeOf(gone.Code).Served : NodeOf(gone.Code).Below).Remove(node);
        foreach (var added in after.Except(before))
            (added.IsAgency ? NodeOf(added.Code).Served : NodeOf(added.Code).Below).Add(node);
    }

    private HashSet<(UnitCode Code, bool IsAgency)> TiesOf(UnitNode node)
    {
        var ties = new HashSet<(UnitCode, bool)>();
        foreach (var place in _possible.PlacesOf(node))
        {
            if (place.ParentCode is { } parent)
                ties.Add((parent, false));
            if (place.AgencyCode is { } agency)
                ties.Add((agency, true));
        }

        return ties;
    }

    private UnitNode NodeOf(UnitCode code)
    {
        if (!_nodes.TryGetValue(code, out var node))
        {
            node = new UnitNode(code);
            _nodes.Add(code, node);
        }

        return node;
    }
}
