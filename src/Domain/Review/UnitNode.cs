using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>A unit in the tree; one that others name without its being registered has no place.</summary>
internal sealed class UnitNode(UnitCode code)
{
    public UnitCode Code { get; } = code;

    /// <summary>Its place as of <see cref="Version"/>; null when it is not registered.</summary>
    public UnitPlace? Place { get; set; }

    public long Version { get; set; }

    /// <summary>Places that it may be getting.</summary>
    public List<ReservedPlace> Reserved { get; } = [];

    /// <summary>Units whose superior it may be.</summary>
    public HashSet<UnitNode> Below => field ??= [];

    /// <summary>Units whose agency it may be.</summary>
    public HashSet<UnitNode> Served => field ??= [];
}
