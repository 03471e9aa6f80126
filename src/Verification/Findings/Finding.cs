namespace CeActors.Verification.Findings;

/// <summary>One broken promise.</summary>
/// <param name="Kind">Which promise.</param>
/// <param name="Table">Table or container concerned.</param>
/// <param name="Row">Row key as stored, or name of the blob; empty when it concerns a table as a whole.</param>
/// <param name="Detail">What is wrong, in words; ids and codes, never what people typed.</param>
public sealed record Finding(FindingKind Kind, string Table, string Row, string Detail)
{
    /// <summary>The stable code of the kind.</summary>
    public string Code => FindingKinds.CodeOf(Kind);
}
