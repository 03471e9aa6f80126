using System.Collections.Immutable;

namespace CeActors.Contracts.Declarations;

/// <summary>
/// Opens a declaration (新增学时核认申报), with as much content as is at hand, and submits it in the same step when
/// <paramref name="Submit"/> is true: then it is either filed whole or refused whole.
/// </summary>
[GenerateSerializer, Immutable, Alias("ce.file-declaration")]
public sealed record FileDeclaration(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] DraftHead? Head,
    [property: Id(2)] ImmutableArray<DraftItem> Items,
    [property: Id(3)] ImmutableArray<ConfirmedImports> ConfirmedImports,
    [property: Id(4)] bool Submit
);

[GenerateSerializer, Immutable, Alias("ce.save-head")]
public sealed record SaveHead([property: Id(0)] CommandHeader Header, [property: Id(1)] DraftHead Head);

/// <summary>Adds an item; its id is made from the command id and comes back in the receipt.</summary>
[GenerateSerializer, Immutable, Alias("ce.add-item")]
public sealed record AddItem([property: Id(0)] CommandHeader Header, [property: Id(1)] DraftItem Item);

[GenerateSerializer, Immutable, Alias("ce.change-item")]
public sealed record ChangeItem(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string ItemId,
    [property: Id(2)] DraftItem Item
);

[GenerateSerializer, Immutable, Alias("ce.remove-item")]
public sealed record RemoveItem([property: Id(0)] CommandHeader Header, [property: Id(1)] string ItemId);

[GenerateSerializer, Immutable, Alias("ce.confirm-imports")]
public sealed record ConfirmImports([property: Id(0)] CommandHeader Header, [property: Id(1)] ConfirmedImports Choice);

/// <summary>Reserves an upload of evidence for one year; refused when the bounds of files or open uploads are reached.</summary>
[GenerateSerializer, Immutable, Alias("ce.reserve-evidence")]
public sealed record ReserveEvidence(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int Year,
    [property: Id(2)] string FileName,
    [property: Id(3)] string ContentType,
    [property: Id(4)] long SizeBytes
);

/// <summary>Binds the checked copy of an upload to its year. The front has copied and checked the bytes before.</summary>
/// <param name="Header">Caller and command id.</param>
/// <param name="EvidenceId">As reserved.</param>
/// <param name="Digest">SHA-256 of the bytes, 64 lower-case hexadecimal digits; also the blob's name.</param>
/// <param name="ContentType">As found in the bytes.</param>
/// <param name="SizeBytes">As counted.</param>
[GenerateSerializer, Immutable, Alias("ce.bind-evidence")]
public sealed record BindEvidence(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string EvidenceId,
    [property: Id(2)] string Digest,
    [property: Id(3)] string ContentType,
    [property: Id(4)] long SizeBytes
);

[GenerateSerializer, Immutable, Alias("ce.remove-evidence")]
public sealed record RemoveEvidence([property: Id(0)] CommandHeader Header, [property: Id(1)] string EvidenceId);

/// <summary>提交.</summary>
[GenerateSerializer, Immutable, Alias("ce.submit")]
public sealed record SubmitDeclaration([property: Id(0)] CommandHeader Header);

/// <summary>撤销: back to the person, at any time before the final decision.</summary>
[GenerateSerializer, Immutable, Alias("ce.withdraw")]
public sealed record WithdrawDeclaration([property: Id(0)] CommandHeader Header);

/// <summary>Deletes a declaration that is a draft, returned or withdrawn and was never recognised.</summary>
[GenerateSerializer, Immutable, Alias("ce.delete")]
public sealed record DeleteDeclaration([property: Id(0)] CommandHeader Header);

/// <summary>审核通过 by the unit that holds it.</summary>
/// <param name="Header">Caller, command id, version decided on.</param>
/// <param name="UnitCode">The unit that the caller acts for; must hold the declaration.</param>
/// <param name="NextUnitCode">Superior or agency chosen (guide step 9); must be null at an agency, whose pass recognises.</param>
/// <param name="Opinion">Optional words for the record.</param>
[GenerateSerializer, Immutable, Alias("ce.pass")]
public sealed record PassDeclaration(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string UnitCode,
    [property: Id(2)] string? NextUnitCode,
    [property: Id(3)] string? Opinion
);

/// <summary>审核不通过: back to the person, with a mandatory reason and, optionally, the items it concerns.</summary>
[GenerateSerializer, Immutable, Alias("ce.return")]
public sealed record ReturnDeclaration(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string UnitCode,
    [property: Id(2)] string Reason,
    [property: Id(3)] ImmutableArray<string> ItemIds
);

/// <summary>
/// Sends a declaration that was routed to the wrong unit elsewhere (domain.md 87): by the unit that holds it, to a unit that
/// the last passing unit could have chosen, with a reason.
/// </summary>
[GenerateSerializer, Immutable, Alias("ce.reroute")]
public sealed record RerouteDeclaration(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string UnitCode,
    [property: Id(2)] string NextUnitCode,
    [property: Id(3)] string Reason
);

/// <summary>撤销核认 on audit: by the agency that recognised, with a reason.</summary>
[GenerateSerializer, Immutable, Alias("ce.revoke")]
public sealed record RevokeRecognition(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string UnitCode,
    [property: Id(2)] string Reason
);
