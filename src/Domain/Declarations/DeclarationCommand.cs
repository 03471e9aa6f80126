using System.Collections.Immutable;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Declarations;

/// <summary>Everything that can be asked of a declaration.</summary>
public abstract record DeclarationCommand
{
    private DeclarationCommand() { }

    /// <summary>Id of the wish; ids of what the command makes are derived from it.</summary>
    public required CommandId CommandId { get; init; }

    /// <summary>Version that the client decided on; null where it does not say.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Draft revision that the client saw; null where it does not say.</summary>
    public long? ExpectedRevision { get; init; }

    /// <summary>The unit that the caller acts for; null for what the declarant does.</summary>
    public virtual UnitCode? ActingUnit => null;

    /// <summary>新增学时核认申报, with what is at hand; with <paramref name="IsSubmitted"/> filed whole or refused whole.</summary>
    public sealed record File(
        DeclarationId DeclarationId,
        DraftHead Head,
        ImmutableArray<DraftItem> Items,
        ImmutableArray<ImportChoice> Imports,
        bool IsSubmitted
    ) : DeclarationCommand;

    public sealed record SaveHead(DraftHead Head) : DeclarationCommand;

    public sealed record AddItem(DraftItem Item) : DeclarationCommand;

    public sealed record ChangeItem(string ItemId, DraftItem Item) : DeclarationCommand;

    public sealed record RemoveItem(string ItemId) : DeclarationCommand;

    /// <summary>勾选数据 + 确认选择: replaces the earlier choice of the year.</summary>
    public sealed record ConfirmImports(ImportChoice Choice) : DeclarationCommand;

    public sealed record ReserveEvidence(int Year, string FileName, string ContentType, long SizeBytes)
        : DeclarationCommand;

    /// <summary>Binds the checked copy of an upload; type and size as found in the bytes.</summary>
    public sealed record BindEvidence(string EvidenceId, string Digest, string ContentType, long SizeBytes)
        : DeclarationCommand;

    public sealed record RemoveEvidence(string EvidenceId) : DeclarationCommand;

    /// <summary>提交.</summary>
    public sealed record Submit : DeclarationCommand;

    /// <summary>撤销.</summary>
    public sealed record Withdraw : DeclarationCommand;

    public sealed record Delete : DeclarationCommand;

    /// <summary>审核通过; at an agency it recognises, and then there is no next unit.</summary>
    public sealed record Pass(UnitCode Unit, UnitCode? NextUnit, string? Opinion) : DeclarationCommand
    {
        public override UnitCode? ActingUnit => Unit;
    }

    /// <summary>审核不通过, back to the person.</summary>
    public sealed record Return(UnitCode Unit, string Reason, ImmutableArray<string> ItemIds) : DeclarationCommand
    {
        public override UnitCode? ActingUnit => Unit;
    }

    /// <summary>Sends what came to the wrong unit to another that the unit before could have chosen.</summary>
    public sealed record Reroute(UnitCode Unit, UnitCode NextUnit, string Reason) : DeclarationCommand
    {
        public override UnitCode? ActingUnit => Unit;
    }

    /// <summary>撤销核认 on audit, by the agency that recognised.</summary>
    public sealed record Revoke(UnitCode Unit, string Reason) : DeclarationCommand
    {
        public override UnitCode? ActingUnit => Unit;
    }
}

/// <summary>Imported records chosen for one declared year; empty takes the choice back.</summary>
public sealed record ImportChoice(int Year, ImmutableArray<string> RecordIds);
