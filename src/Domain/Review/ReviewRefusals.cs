using System.Globalization;
using CeActors.Domain.Identity;
using static CeActors.Domain.Sentence;

namespace CeActors.Domain.Review;

/// <summary>Every refusal of a unit, in both languages; each says what to do.</summary>
public static class ReviewRefusals
{
    public static readonly Refusal UnitNotFound = NotFound(
        "unit-not-found",
        "没有找到这个单位，请核对单位编码。",
        "There is no such unit: check its code."
    );

    /// <summary>The code under which a unit is to be registered is none.</summary>
    public static readonly Refusal CodeWrong = Refusal.Of(RegistryProblems.UnitCodeWrong("/code"));

    public static readonly Refusal UnitNotRegistered = Conflict(
        "unit-not-registered",
        "目标单位没有登记，不能受理申报；请重新选择单位，或联系管理员登记。",
        "The unit that should take the declaration is not registered: choose another, or ask the registry's administrators."
    );

    public static readonly Refusal NotAMember = Forbidden(
        "not-a-member",
        "您不是该单位的成员，不能办理；请联系该单位管理员添加。",
        "You are no member of this unit: ask its administrator to add you."
    );

    public static readonly Refusal RoleMissing = Forbidden(
        "role-missing",
        "您在该单位没有办理此项业务的角色，请联系单位管理员授权。",
        "You lack the role for this in the unit: ask its administrator for it."
    );

    public static readonly Refusal RegistryAdministratorsOnly = Forbidden(
        "registry-administrators-only",
        "只有登记管理员可以办理，请联系登记管理员。",
        "Only administrators of the registry may do this: turn to them."
    );

    public static readonly Refusal UnitAdministratorsOnly = Forbidden(
        "unit-administrators-only",
        "只有本单位管理员或登记管理员可以管理成员，请联系他们。",
        "Only the unit's administrators and those of the registry manage members: turn to them."
    );

    public static readonly Refusal AgencyOnly = Forbidden(
        "agency-only",
        "只有经办机构可以核认、批量审核或撤销核认；请选择下一审核单位。",
        "Only an agency recognises, works in batches and revokes: choose the next unit instead."
    );

    public static readonly Refusal AgencyMissing = Conflict(
        "agency-missing",
        "本单位没有登记上级单位和经办机构，无法流转；请联系登记管理员补充。",
        "Neither a superior nor an agency is registered for this unit: ask the registry's administrators to add it."
    );

    public static readonly Refusal NextUnitNotAllowed = Invalid(
        "/nextUnitCode",
        "next-unit-not-allowed",
        "所选单位不是可选的上级单位或经办机构，请从列表中重新选择。",
        "The chosen unit is neither a superior nor the agency that may be chosen here: choose one of the list."
    );

    public static readonly Refusal QueueFull = TooMany(
        "queue-full",
        "该单位的待办已满，请稍后再试。",
        "This unit's list is full: try again later."
    );

    public static readonly Refusal KindLockedByWaiting = Conflict(
        "kind-locked",
        "该单位还有待办申报，不能更改单位类型；请办结后再改。",
        "Declarations wait at this unit, so its kind cannot change: decide them first."
    );

    public static readonly Refusal KindLockedBySubordinates = Conflict(
        "kind-locked",
        "有其他单位以该单位为上级或经办机构，不能更改单位类型；请先调整这些单位。",
        "Other units name this one as their superior or agency, so its kind cannot change: change those first."
    );

    public static readonly Refusal PlaceUnderWay = Conflict(
        "place-under-way",
        "有关单位的上下级关系正在变更，尚未完成；请稍后重试。",
        "The place of a unit that this concerns is being changed at this moment: try again shortly."
    );

    public static readonly Refusal ReservedPlacesMax = TooMany(
        "places-max",
        "正在变更的单位过多，请稍后再试。",
        "Too many units are being moved at the same time: try again later."
    );

    public static readonly Refusal MembersMax = TooMany(
        "members-max",
        $"一个单位最多{ReviewLimits.MembersMax}名成员，请先移除不再需要的成员。",
        $"A unit has at most {ReviewLimits.MembersMax} members: remove some first."
    );

    public static readonly Refusal LastAdministrator = Conflict(
        "last-administrator",
        "您是该单位唯一的管理员，不能移除自己；请先添加另一位管理员。",
        "You are the unit's only administrator and cannot step down: add another one first."
    );

    public static readonly Refusal NaturalPersonLocked = Forbidden(
        "natural-person-locked",
        "成员与专业技术人员账号的对应关系只能由登记管理员更改，请联系登记管理员。",
        "Only administrators of the registry change which professional a member is: turn to them."
    );

    public static readonly Refusal NaturalPersonOwn = Forbidden(
        "natural-person-own",
        "您本人账号的对应关系只能由另一位登记管理员更改，请联系其他登记管理员。",
        "Nobody changes which professional their own account is: ask another administrator of the registry."
    );

    public static Refusal MustChooseAgency(UnitReference agency) =>
        Invalid(
            "/nextUnitCode",
            "next-unit-not-allowed",
            $"一级单位直接选择经办机构，请选择{agency.Name}（{agency.Code}）。",
            $"A first-level unit chooses its agency: choose {agency.Name} ({agency.Code})."
        );

    public static Refusal UnitClosed(UnitReference unit) =>
        Conflict(
            "unit-closed",
            $"{unit.Name}已停止受理，请选择其他单位，或联系登记管理员。",
            $"{unit.Name} takes no declarations any more: choose another unit, or ask the registry's administrators."
        );

    public static Refusal Stale(ReviewUnit? state) =>
        new Refusal(
            RefusalKind.Stale,
            "stale-version",
            "单位登记在您打开之后已有变化，请刷新后重试。",
            "The unit's entry has changed since you opened it: reload and repeat."
        ).With("version", (state?.Version ?? 0).ToString(CultureInfo.InvariantCulture));
}
