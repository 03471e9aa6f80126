namespace CeActors.Domain.Declarations;

/// <summary>Where a declaration stands (domain states 71-77, with revocation and deletion).</summary>
public enum DeclarationStatus
{
    /// <summary>暂存.</summary>
    Draft = 0,

    /// <summary>待单位审核.</summary>
    PendingEmployer = 1,

    /// <summary>待上级单位审核.</summary>
    PendingSuperior = 2,

    /// <summary>待经办机构办理.</summary>
    PendingAgency = 3,

    /// <summary>审核通过 (已核认).</summary>
    Recognised = 4,

    /// <summary>审核不通过, back with the person.</summary>
    Returned = 5,

    /// <summary>已撤销 by the person.</summary>
    Withdrawn = 6,

    /// <summary>核认已被撤销 by the agency. Final: the years are filed again in a new declaration.</summary>
    Revoked = 7,

    /// <summary>Deleted by the person; only the history remains.</summary>
    Deleted = 8,
}

/// <summary>Families of statuses.</summary>
public static class DeclarationStatuses
{
    extension(DeclarationStatus status)
    {
        /// <summary>A unit holds it.</summary>
        public bool IsPending =>
            status
                is DeclarationStatus.PendingEmployer
                    or DeclarationStatus.PendingSuperior
                    or DeclarationStatus.PendingAgency;

        /// <summary>The person may change its content, submit and delete it.</summary>
        public bool IsEditable =>
            status is DeclarationStatus.Draft or DeclarationStatus.Returned or DeclarationStatus.Withdrawn;

        /// <summary>It counts against "one open declaration a person".</summary>
        public bool IsOpen => status.IsPending || status.IsEditable;
    }
}
