using System.Collections.Immutable;
using System.Globalization;
using CeActors.Domain.Identity;
using static CeActors.Domain.Sentence;

namespace CeActors.Domain.Declarations;

/// <summary>Every refusal of a declaration's commands, in both languages; each says what to do.</summary>
public static class DeclarationRefusals
{
    public static readonly Refusal NotFoundHere = NotFound(
        "declaration-not-found",
        "没有找到这份申报，请核对编号，或从列表中重新打开。",
        "There is no such declaration here: check the number, or open it from the list again."
    );

    public static readonly Refusal ItemNotFound = NotFound(
        "item-not-found",
        "没有找到这条明细，它可能已被删除；请刷新页面后再操作。",
        "There is no such item; it may have been removed. Reload and try again."
    );

    public static readonly Refusal EvidenceNotFound = NotFound(
        "evidence-not-found",
        "没有找到这份材料，它可能已被删除；请刷新页面后重新上传。",
        "There is no such evidence; it may have been removed. Reload and upload it again."
    );

    public static readonly Refusal OwnDeclaration = Forbidden(
        "own-declaration",
        "不能审核本人的申报，请由本单位其他管理员办理。",
        "Nobody reviews their own declaration: another member of the unit must do it."
    );

    public static readonly Refusal Exists = Conflict(
        "declaration-exists",
        "这份申报已经建立，请从列表中打开。",
        "This declaration has been opened already: open it from the list."
    );

    public static readonly Refusal LockedWhilePending = Conflict(
        "locked-while-pending",
        "申报已提交，审核期间不能修改；如需修改，请先撤销。",
        "The declaration is submitted and cannot be changed during review: withdraw it first."
    );

    public static readonly Refusal AlreadySubmitted = Conflict(
        "already-submitted",
        "申报已经提交，无需再次提交；请等待审核，或撤销后修改。",
        "The declaration is submitted already: wait for the review, or withdraw it to change it."
    );

    public static readonly Refusal AlreadyRecognised = Conflict(
        "already-recognised",
        "申报已审核通过，不能再作此操作；如有错误，请联系经办机构。",
        "The declaration is recognised and this cannot be done any more: turn to the agency if something is wrong."
    );

    public static readonly Refusal AlreadyRevoked = Conflict(
        "already-revoked",
        "这份申报的核认已被撤销，不能再作此操作；相关年度请重新申报。",
        "The recognition of this declaration was revoked and this cannot be done any more: file the years in a new declaration."
    );

    public static readonly Refusal AlreadyWithdrawn = Conflict(
        "already-withdrawn",
        "申报已经撤销，无需再次撤销；修改后可重新提交。",
        "The declaration is withdrawn already: change it and submit it again."
    );

    public static readonly Refusal WithdrawnByDeclarant = Conflict(
        "withdrawn-by-declarant",
        "申报人已撤销这份申报，请刷新待办列表；重新提交后再审核。",
        "The declarant has withdrawn this declaration: reload the list and review it when it is submitted again."
    );

    public static readonly Refusal AlreadyReturned = Conflict(
        "already-returned",
        "申报已被退回给申报人，请等待修改并重新提交。",
        "The declaration has been returned to its person already: it comes back when it is corrected and submitted again."
    );

    public static readonly Refusal AlreadyDeleted = Conflict(
        "already-deleted",
        "申报已经删除；如需申报，请新建。",
        "The declaration is deleted already: open a new one to file again."
    );

    public static readonly Refusal NotSubmitted = Conflict(
        "not-submitted",
        "申报尚未提交，无需撤销；可直接修改或提交。",
        "The declaration is not submitted, so there is nothing to withdraw: change or submit it."
    );

    public static readonly Refusal WithdrawTooLate = Conflict(
        "withdraw-too-late",
        "已有单位审核过这份申报，按现行规则不能再撤销；请联系当前审核单位退回。",
        "A unit has decided on this declaration, and the rules in force do not allow to withdraw it: ask the unit that holds it to return it."
    );

    public static readonly Refusal NotRecognised = Conflict(
        "not-recognised",
        "申报尚未审核通过，不能撤销核认；如不符合要求，请审核不通过。",
        "The declaration is not recognised, so there is nothing to revoke: return it if it does not meet the rules."
    );

    public static readonly Refusal NotRecognisedHere = Forbidden(
        "not-recognised-here",
        "只有作出核认的经办机构可以撤销核认，请联系该机构。",
        "Only the agency that recognised may revoke: turn to that agency."
    );

    public static readonly Refusal RerouteAtEmployer = Conflict(
        "reroute-at-employer",
        "申报在用人单位，没有上一审核单位，不能改派；请审核通过并选择下一单位，或退回。",
        "The declaration is at the employer and no unit has routed it: pass it and choose the next unit, or return it."
    );

    public static readonly Refusal EmployerIsAgency = Conflict(
        "employer-is-agency",
        "登记的用人单位是经办机构，不能受理申报；请联系管理员更正登记。",
        "The registered employer is an agency and cannot take declarations: ask the registry's administrators to correct it."
    );

    public static readonly Refusal UnitKindChanged = Conflict(
        "unit-kind-changed",
        "单位类型与申报所处环节不一致；请联系管理员核对单位登记。",
        "The unit's kind does not fit the step that the declaration is at: ask the registry's administrators to check the unit."
    );

    public static readonly Refusal ItemExists = Conflict(
        "already-added",
        "这条明细已经添加，请刷新页面查看。",
        "This item has been added already: reload to see it."
    );

    public static readonly Refusal EvidenceExists = Conflict(
        "already-reserved",
        "这份材料的上传已经登记，请刷新页面后继续上传。",
        "This upload has been reserved already: reload and go on with it."
    );

    public static readonly Refusal EvidenceBound = Conflict(
        "already-bound",
        "这份材料已经上传完成，无需再次确认；如需更换，请删除后重新上传。",
        "This evidence is complete already: to replace it, remove it and upload again."
    );

    public static readonly Refusal ItemsMax = TooMany(
        "items-max",
        $"一份申报最多{DeclarationLimits.ItemsMax}条明细，请合并或删除后再添加。",
        $"A declaration holds at most {DeclarationLimits.ItemsMax} items: merge or remove some first."
    );

    public static readonly Refusal ImportsMax = TooMany(
        "imported-records-max",
        $"每个年度最多确认{DeclarationLimits.ImportsPerYearMax}条、每份申报最多确认{DeclarationLimits.ImportsMax}条培训平台学时，请减少勾选。",
        $"At most {DeclarationLimits.ImportsPerYearMax} imported records a year and {DeclarationLimits.ImportsMax} in all: tick fewer."
    );

    public static readonly Refusal EvidenceMax = TooMany(
        "evidence-max",
        $"一份申报最多{DeclarationLimits.EvidenceMax}份材料，请合并文件或删除后再上传。",
        $"A declaration holds at most {DeclarationLimits.EvidenceMax} pieces of evidence: merge files or remove some first."
    );

    public static readonly Refusal EvidencePerYearMax = TooMany(
        "evidence-per-year-max",
        $"每个年度最多{DeclarationLimits.EvidencePerYearMax}份材料，请合并文件或删除后再上传。",
        $"A year holds at most {DeclarationLimits.EvidencePerYearMax} pieces of evidence: merge files or remove some first."
    );

    public static readonly Refusal OpenUploadsMax = TooMany(
        "open-uploads-max",
        $"最多同时上传{DeclarationLimits.OpenUploadsMax}份材料，请完成或删除未完成的上传后再试。",
        $"At most {DeclarationLimits.OpenUploadsMax} uploads may be open: finish or remove one first."
    );

    public static readonly Refusal DraftTooLong = TooMany(
        "draft-too-long",
        $"申报全部文字不能超过{DeclarationLimits.DraftLengthMax}个字符，请精简后再保存。",
        $"All texts of a declaration together hold at most {DeclarationLimits.DraftLengthMax} characters: shorten some."
    );

    public static readonly Refusal HistoryFull = TooMany(
        "history-max",
        "这份申报的流转次数已达上限，不能再次提交；请删除后新建申报。",
        "This declaration has moved too often to be submitted again: delete it and open a new one."
    );

    public static readonly Refusal RouteFull = TooMany(
        "route-max",
        "这份申报的流转次数已达上限，不能再转往其他单位；请退回申报人。",
        "This declaration has moved too often to go to another unit: return it to its person."
    );

    public static readonly Refusal NextUnitMissing = Invalid(
        "/nextUnitCode",
        "next-unit-missing",
        "请选择上级审核单位或经办机构后再审核通过。",
        "Choose the next unit, a superior or an agency, and pass again."
    );

    public static readonly Refusal NextUnitAtAgency = Invalid(
        "/nextUnitCode",
        "next-unit-at-agency",
        "经办机构审核通过即为核认，不再选择下一单位；请清空后重试。",
        "An agency's pass recognises: leave the next unit empty."
    );

    public static readonly Refusal NextUnitIsHolder = Invalid(
        "/nextUnitCode",
        "next-unit-is-holder",
        "申报已在该单位，请选择另一个单位。",
        "The declaration is at this unit already: choose another."
    );

    public static readonly Refusal Stale = new(
        RefusalKind.Stale,
        "stale-version",
        "申报在您打开之后已有变化，请刷新页面、核对后再操作。",
        "The declaration has changed since you opened it: reload, look at it again, then repeat."
    );

    public static readonly Refusal DecidedAlready = Conflict(
        "decided-already",
        "本单位已审核过这份申报，它现由其他单位办理；请刷新待办列表。",
        "Your unit has decided on this declaration and another unit holds it now: reload the list."
    );

    public static Refusal Problems(ImmutableArray<Problem> problems) =>
        new(
            RefusalKind.Invalid,
            "declaration-invalid",
            "申报还有需要更正的内容，请按提示逐项修改后再提交。",
            "The declaration cannot be submitted yet: mend each place that is listed, then submit again.",
            problems
        );

    /// <summary>
    /// The refusal with what a unit may know: how things stood after the last version that was its business
    /// (<see cref="Declaration.LastConcerning"/>). It learns neither where the declaration has gone since nor that anything was edited.
    /// </summary>
    public static Refusal Located(Refusal refusal, Declaration state, UnitCode unit)
    {
        if (state.Holder?.Code == unit || state.LastConcerning(unit) is not { } last)
            return Located(refusal, state);
        var facts = ImmutableDictionary.CreateRange<string, string>([
            new("version", last.Version.ToString(CultureInfo.InvariantCulture)),
            new("status", last.StatusAfter.ToString()),
            new("lastAction", last.Action),
            new("decidedBy", last.Unit?.Code.Value ?? "declarant"),
        ]);
        return refusal with { Facts = last.NextUnit is { } next ? facts.SetItem("holder", next.Code.Value) : facts };
    }

    /// <summary>The refusal with what a client needs to find the present state; for the declarant, and for whoever holds it.</summary>
    public static Refusal Located(Refusal refusal, Declaration state)
    {
        var facts = ImmutableDictionary.CreateRange<string, string>([
            new("version", state.Version.ToString(CultureInfo.InvariantCulture)),
            new("revision", state.DraftRevision.ToString(CultureInfo.InvariantCulture)),
            new("status", state.Status.ToString()),
        ]);
        if (state.Holder is { } holder)
            facts = facts.SetItem("holder", holder.Code.Value);
        if (state.History is [.., var last])
            facts = facts.SetItem("lastAction", last.Action).SetItem("decidedBy", last.Unit?.Code.Value ?? "declarant");
        return refusal with { Facts = facts };
    }
}
