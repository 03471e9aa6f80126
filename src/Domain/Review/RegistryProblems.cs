namespace CeActors.Domain.Review;

/// <summary>Every wrong value of a unit's entry, of a member and of a batch, in both languages; each says how to mend it.</summary>
internal static class RegistryProblems
{
    public static Problem NameTooShort(string path) =>
        new(
            path,
            "name-too-short",
            $"名称至少{ReviewLimits.UnitNameLengthMin}个字符，请填写单位全称。",
            $"A name has at least {ReviewLimits.UnitNameLengthMin} characters: give the unit's full name."
        );

    public static Problem KindUnknown(string path) =>
        new(
            path,
            "kind-unknown",
            "单位类型不存在，请选择用人单位、主管部门或经办机构。",
            "There is no such kind: choose employer, supervising department or agency."
        );

    public static Problem DivisionWrong(string path) =>
        new(
            path,
            "division-wrong",
            "行政区划代码应为43开头的6位数字，请核对。",
            "A division of Hunan has 6 digits that start with 43: check the code.",
            "GB/T 2260"
        );

    public static Problem CreditCodeWrong(string path) =>
        new(
            path,
            "credit-code-wrong",
            "统一社会信用代码格式或校验码不正确，请核对18位代码。",
            "The unified social credit code is malformed or its check character is wrong: check its 18 characters.",
            "GB 32100-2015"
        );

    public static Problem UnitCodeWrong(string path) =>
        new(
            path,
            "unit-code-wrong",
            "单位编码应为2至32位大写字母、数字或连字符，请核对。",
            "A unit code has 2 to 32 upper-case letters, digits or hyphens: check it."
        );

    public static Problem UnitUnknown(string path) =>
        new(
            path,
            "unit-unknown",
            "没有登记这个单位，请先登记，或核对编码。",
            "No such unit is registered: register it first, or check the code."
        );

    public static Problem AgencyHasNone(string path) =>
        new(
            path,
            "agency-has-none",
            "经办机构没有上级单位和经办机构，请清空此项。",
            "An agency has neither a superior nor an agency: leave this empty."
        );

    public static Problem FirstLevelNeedsAgency(string path) =>
        new(
            path,
            "agency-required",
            "一级单位必须指定经办机构，请填写。",
            "A first-level unit needs its agency: name it."
        );

    public static Problem NotAnAgency(string path) =>
        new(
            path,
            "not-an-agency",
            "所填单位不是经办机构，请改为人社部门的编码。",
            "This unit is no agency: give the code of an HRSS agency."
        );

    public static Problem ParentBelow(string path) =>
        new(
            path,
            "parent-below",
            "上级单位不能是本单位或其下级单位，请重新选择。",
            "A superior is neither the unit itself nor below it: choose another."
        );

    public static Problem ParentNotDepartment(string path) =>
        new(
            path,
            "parent-not-department",
            "上级单位必须是主管部门，请重新选择，或先更改其类型。",
            "A superior is a supervising department: choose another, or change its kind first."
        );

    public static Problem TooDeep(string path) =>
        new(
            path,
            "too-deep",
            $"单位层级不能超过{ReviewLimits.AncestorsMax}级上级，请选择更高一级的单位。",
            $"A unit has at most {ReviewLimits.AncestorsMax} superiors above it: choose one higher up."
        );

    public static Problem SubtreeTooDeep(string path) =>
        new(
            path,
            "subtree-too-deep",
            $"移动后，本单位的下级单位将超过{ReviewLimits.AncestorsMax}级上级，请选择更高一级的单位，或先调整下级单位。",
            $"Units below this one would have more than {ReviewLimits.AncestorsMax} superiors: choose one higher up, or move those units first."
        );

    public static Problem PersonIdWrong(string path) =>
        new(path, "person-id-wrong", "人员标识格式不正确，请核对。", "This is no person id: check it.");

    public static Problem NaturalPersonUnknown(string path) =>
        new(
            path,
            "natural-person-unknown",
            "没有登记这位专业技术人员，对应关系不会起作用；请核对，或先登记此人。",
            "No such professional is registered, so the link would guard nobody: check it, or register the person first."
        );

    public static Problem AccountRegistered(string path) =>
        new(
            path,
            "account-registered",
            "该账号本身已登记为专业技术人员，不能再对应另一位专业技术人员；请核对账号。",
            "This account is registered as a professional itself, so it cannot be another one's: check the account."
        );

    public static Problem RolesMissing(string path) =>
        new(path, "roles-missing", "请至少选择一个角色。", "Choose at least one role.");

    public static Problem RolesUnfit(string path, UnitKind kind) =>
        kind == UnitKind.Agency
            ? new(
                path,
                "roles-unfit",
                "经办机构的角色为管理员、综合柜员或审计员，请重新选择。",
                "An agency has administrators, clerks and auditors: choose among these."
            )
            : new(
                path,
                "roles-unfit",
                "该单位的角色为管理员或审核员，请重新选择。",
                "This unit has administrators and reviewers: choose among these."
            );

    public static Problem BatchEmpty(string path) =>
        new(path, "batch-empty", "请至少选择一份申报。", "Choose at least one declaration.");

    public static Problem BatchTooLarge(string path) =>
        new(
            path,
            "batch-too-large",
            $"一次最多办理{ReviewLimits.BatchItemsMax}份申报，请分批办理。",
            $"A batch holds at most {ReviewLimits.BatchItemsMax} declarations: split it."
        );

    public static Problem BatchItemTwice(string path) =>
        new(
            path,
            "batch-item-repeated",
            "同一份申报重复选择，请去重后重试。",
            "This declaration is listed twice: list it once."
        );
}
