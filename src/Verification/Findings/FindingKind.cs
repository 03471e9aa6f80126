namespace CeActors.Verification.Findings;

/// <summary>What can be wrong with a storage account. Codes (<see cref="FindingKinds.CodeOf"/>) are stable; new kinds are added.</summary>
public enum FindingKind
{
    /// <summary>A provider has no stored layout: nothing can be looked up.</summary>
    LayoutMissing,

    /// <summary>The stored layout is of another form than this program knows, or contradicts itself.</summary>
    LayoutWrong,

    /// <summary>A bucket of the layout has no table.</summary>
    TableMissing,

    /// <summary>A table looks like a bucket and is none of the layout's.</summary>
    TableStray,

    /// <summary>A row was written by none of ours: its partition or its key is of no known kind.</summary>
    RowOfUnknownKind,

    /// <summary>A document is of a grain that is not known.</summary>
    DocumentOfUnknownKind,

    /// <summary>The columns of a document are damaged.</summary>
    DocumentDamaged,

    /// <summary>The content of a document cannot be read.</summary>
    DocumentUnreadable,

    /// <summary>A document has a version that this program does not know.</summary>
    DocumentTooNew,

    /// <summary>A document lies where nobody looks for it, or says that it is another.</summary>
    DocumentMisplaced,

    /// <summary>A row that a document names is not there.</summary>
    RowMissing,

    /// <summary>A row is there that no document names.</summary>
    RowStray,

    /// <summary>A row has other columns than its document says.</summary>
    RowDiffers,

    /// <summary>The list of rows kept with a document is not that of its rows: its next change would leave a stray row or fail.</summary>
    RowListWrong,

    /// <summary>The versions of a declaration do not follow from each other, or do not lead to what it says it is.</summary>
    HistoryBroken,

    /// <summary>A document remembers the same command twice.</summary>
    CommandTwice,

    /// <summary>A remembered outcome contradicts the history of its document.</summary>
    OutcomeWrong,

    /// <summary>A document names a unit that is not registered.</summary>
    UnitUnknown,

    /// <summary>The superior of a unit is not registered, or is an agency.</summary>
    ParentWrong,

    /// <summary>The agency of a unit is not registered, or is no agency.</summary>
    AgencyWrong,

    /// <summary>A unit is its own superior over one or more others.</summary>
    UnitRing,

    /// <summary>A unit has more superiors above it than are allowed.</summary>
    UnitTooDeep,

    /// <summary>The changes recorded with a unit do not lead to its version.</summary>
    AuditBroken,

    /// <summary>A declaration is not in its person's list, or the person has no document.</summary>
    DeclarationUnlisted,

    /// <summary>A declaration is in the list of a person whose it is not.</summary>
    DeclarationForeign,

    /// <summary>A person has more than one open declaration.</summary>
    SeveralOpen,

    /// <summary>A year of a person is recognised by more than one declaration.</summary>
    YearTwice,

    /// <summary>A record of the training platform counts in more than one declaration.</summary>
    ImportTwice,

    /// <summary>Two persons are registered with one resident id: one human, who could review their own declarations.</summary>
    ResidentIdTwice,

    /// <summary>The resident id of a registration is reserved for nobody, or for somebody else, though it was reserved once.</summary>
    ResidentIdUnreserved,

    /// <summary>A statement that its person's list names does not exist.</summary>
    StatementMissing,

    /// <summary>A statement is in the list of a person whose it is not.</summary>
    StatementForeign,

    /// <summary>A statement certifies what no declaration of its holder has recognised.</summary>
    CertifiedWrong,

    /// <summary>A batch says of a declaration what its history does not.</summary>
    BatchOutcomeWrong,

    /// <summary>A batch has other outcomes than items, or ended before its last.</summary>
    BatchBroken,

    /// <summary>A file of evidence that a declaration has bound is not there.</summary>
    EvidenceMissing,

    /// <summary>A file of evidence has another size than its declaration says.</summary>
    EvidenceSizeWrong,

    /// <summary>The recorded paper of a statement is not there.</summary>
    PaperMissing,
}

/// <summary>The written names of the kinds.</summary>
public static class FindingKinds
{
    /// <summary>The name in lower case with hyphens, such as <c>row-missing</c>.</summary>
    public static string CodeOf(FindingKind kind) =>
        string.Concat(
            kind.ToString()
                .Select(
                    (letter, at) =>
                        char.IsUpper(letter) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(letter) : $"{letter}"
                )
        );
}
