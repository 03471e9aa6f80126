namespace CeActors.Domain.Review;

/// <summary>Bounds of units and of what they do.</summary>
public static class ReviewLimits
{
    /// <summary>Superiors above a unit.</summary>
    public const int AncestorsMax = 8;

    /// <summary>Changes of units' places under way at a time, those included of which it is not known whether they landed.</summary>
    public const int ReservedPlacesMax = 1_000;

    /// <summary>Members of one unit.</summary>
    public const int MembersMax = 200;

    /// <summary>Audit entries kept of one unit, changes of members' names apart.</summary>
    public const int AuditEntriesMax = 200;

    /// <summary>Changes of members' names kept in a unit's audit: they must not crowd out what matters.</summary>
    public const int RenamesAuditedMax = 50;

    /// <summary>Declarations waiting at one unit: twice and a half what the largest agency is expected to hold.</summary>
    public const int WaitingMax = 1_000_000;

    /// <summary>Declarations of one batch.</summary>
    public const int BatchItemsMax = 500;

    /// <summary>Characters of a unit's name.</summary>
    public const int UnitNameLengthMin = 2;

    /// <summary>Characters of a unit's name.</summary>
    public const int UnitNameLengthMax = 100;

    /// <summary>Characters of a member's name.</summary>
    public const int MemberNameLengthMax = 50;
}
