using System.Security.Cryptography;
using System.Text;
using CeActors.Contracts.Review;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Grains.Commands;
using CeActors.Grains.Declarations;
using BatchItem = CeActors.Domain.Review.BatchItem;
using Problem = CeActors.Contracts.Problem;
using Refusal = CeActors.Contracts.Refusal;
using RefusalKind = CeActors.Contracts.RefusalKind;
using UnitKind = CeActors.Contracts.Review.UnitKind;
using UnitRoles = CeActors.Contracts.Review.UnitRoles;

namespace CeActors.Grains.Review;

/// <summary>What a batch must be to be accepted.</summary>
internal sealed partial class BatchReviewGrain
{
    private const UnitRoles DecidingRoles = UnitRoles.Clerk | UnitRoles.Administrator;
    private const UnitRoles ReadingRoles = DecidingRoles | UnitRoles.Auditor;

    private static readonly Refusal NotFoundHere = new(
        RefusalKind.NotFound,
        "batch-not-found",
        "没有找到这次批量审核，请从待办列表重新操作。",
        "There is no such batch here: start again from the to-do list.",
        []
    );

    private static readonly Refusal OutcomeUnknown = new(
        RefusalKind.Conflict,
        "outcome-unknown",
        "这份申报的办理结果未能确定，请打开申报核对后再操作。",
        "What became of this declaration could not be learned: open it, look, and decide again if it still waits.",
        []
    );

    /// <summary>
    /// The command id of one item: always the same for the item, so that its declaration knows a repetition. It is made of the batch's
    /// own id, which may be longer than a command id can hold.
    /// </summary>
    internal static string ItemCommandId(string batchId, int index) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(batchId)).AsSpan(0, 20))}-{index}";

    private async Task<Refusal?> RefusalOfAsync(StartBatch command)
    {
        if (CommandId.TryParse(command.Header.CommandId) is null)
        {
            return CommandRefusals.IdMalformed;
        }

        if (UnitCode.TryParse(command.UnitCode) is null)
        {
            return ReviewRefusals.UnitNotFound.ToContract();
        }

        var unit = grains.GetGrain<IReviewUnit>(command.UnitCode);
        var member = await unit.AuthorizeAsync(command.Header.Caller, DecidingRoles);
        if (member.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await unit.GetLineageAsync() is not { Kind: UnitKind.Agency })
        {
            return ReviewRefusals.AgencyOnly.ToContract();
        }

        var items = command.Items.OrEmpty();
        for (var index = 0; index < items.Length; index++)
        {
            if (DeclarationId.TryParse(items[index].DeclarationId) is null)
            {
                return IdMalformed(index);
            }
        }

        return BatchRules
            .CheckContent(
                [.. items.Select(item => new BatchItem(DeclarationId.Parse(item.DeclarationId), item.Version))],
                command.Passes,
                command.Reason
            )
            ?.ToContract();
    }

    private static Refusal IdMalformed(int index)
    {
        const string chinese = "申报编号格式不正确，请从待办列表中选择。";
        const string english = "This is not the id of a declaration: choose it from the to-do list.";
        const string code = "declaration-id-malformed";
        return new Refusal(
            RefusalKind.Invalid,
            code,
            chinese,
            english,
            [new Problem($"/items/{index}/declarationId", code, chinese, english)]
        );
    }
}
