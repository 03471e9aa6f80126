using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>The tree as it is looked at: with the places that are known, or with every one that a unit may have.</summary>
/// <param name="nodes">All units.</param>
/// <param name="includesReserved">Places that may be taken count as well.</param>
internal sealed class UnitView(Dictionary<UnitCode, UnitNode> nodes, bool includesReserved)
{
    /// <summary>The places that count.</summary>
    public IEnumerable<UnitPlace> PlacesOf(UnitNode node)
    {
        if (node.Place is { } place)
            yield return place;
        if (!includesReserved)
            yield break;
        foreach (var reserved in node.Reserved)
            yield return reserved.Place;
    }

    public bool IsOf(UnitKind kind, UnitNode node) => PlacesOf(node).All(place => place.Kind == kind);

    /// <summary>Others name it as their superior or agency.</summary>
    public bool HasSubordinates(UnitNode node) =>
        ChildrenOf(node).Any()
        || node.Served.Any(served => PlacesOf(served).Any(place => place.AgencyCode == node.Code));

    /// <summary>Whether the one is the other or above it.</summary>
    public bool IsAbove(UnitNode upper, UnitNode lower)
    {
        var seen = new HashSet<UnitNode> { lower };
        var open = new Queue<UnitNode>(seen);
        while (open.TryDequeue(out var node))
        {
            if (node == upper)
                return true;
            foreach (var parent in ParentsOf(node).Where(seen.Add))
                open.Enqueue(parent);
        }

        return false;
    }

    /// <summary>Superiors on the longest way up; one more than there may be stands for all beyond.</summary>
    public int LevelsAbove(UnitNode node) => Levels(node, ParentsOf);

    /// <summary>Levels below on the longest way down; one more than there may be stands for all beyond.</summary>
    public int LevelsBelow(UnitNode node) => Levels(node, ChildrenOf);

    // A unit may stand on several levels as long as it is not known which of its places it has, so each level is a set of its own;
    // the bound also ends the walk in a registry that has come to hold a ring.
    private static int Levels(UnitNode node, Func<UnitNode, IEnumerable<UnitNode>> next)
    {
        var level = new HashSet<UnitNode> { node };
        for (var levels = 0; levels <= ReviewLimits.AncestorsMax; levels++)
        {
            level = [.. level.SelectMany(next)];
            if (level.Count == 0)
                return levels;
        }

        return ReviewLimits.AncestorsMax + 1;
    }

    private IEnumerable<UnitNode> ParentsOf(UnitNode node)
    {
        foreach (var place in PlacesOf(node))
        {
            if (place.ParentCode is { } parent && nodes.TryGetValue(parent, out var found))
                yield return found;
        }
    }

    private IEnumerable<UnitNode> ChildrenOf(UnitNode node) =>
        node.Below.Where(child => PlacesOf(child).Any(place => place.ParentCode == node.Code));
}
