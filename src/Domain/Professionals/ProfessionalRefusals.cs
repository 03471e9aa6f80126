using System.Collections.Immutable;
using System.Globalization;
using CeActors.Domain.Declarations;
using static CeActors.Domain.Sentence;

namespace CeActors.Domain.Professionals;

/// <summary>Every refusal that concerns a registration and its statements, in both languages; each says what to do.</summary>
public static class ProfessionalRefusals
{
    public static readonly Refusal NotRegistered = Conflict(
        "professional-not-registered",
        "您还没有登记为专业技术人员，请联系用人单位或登记管理员办理登记。",
        "You are not registered as a professional yet: ask your employer or the registry's administrators."
    );

    public static readonly Refusal NotRegisteredForImport = NotFound(
        "professional-not-registered",
        "该人员没有登记为专业技术人员，请先登记后再导入学时。",
        "This person is not registered as a professional: register them before importing hours."
    );

    public static readonly Refusal AccountLinked = Conflict(
        "account-linked",
        "本账号是您的工作账号，不能申报；请使用您登记的个人账号申报。",
        "This account is not the one you are registered with as a professional: file under your personal account."
    );

    public static readonly Refusal AccountLinkedRegister = Conflict(
        "account-linked",
        "该账号已对应另一专业技术人员账号，不能登记；请使用其个人账号，或先由登记管理员解除对应关系。",
        "This account is another professional's and cannot be registered: use their personal account, or cut the link first."
    );

    /// <summary>Somebody else holds the resident id.</summary>
    public static readonly Refusal ResidentIdTaken = Refusal.Of(ProfessionalProblems.ResidentIdTaken("/residentId"));

    /// <summary>Somebody else may be about to hold the resident id.</summary>
    public static readonly Refusal ResidentIdUnderWay = Refusal.Of(
        ProfessionalProblems.ResidentIdUnderWay("/residentId")
    ) with
    {
        Kind = RefusalKind.Conflict,
    };

    public static readonly Refusal ResidentRegisterFull = TooMany(
        "resident-register-full",
        $"登记册的一格最多{ResidentRegister.ReservationsMax}个号码，已达上限；请联系登记管理员核对登记数据。",
        $"A part of the register holds at most {ResidentRegister.ReservationsMax} numbers: ask the registry's administrators to check what is registered."
    );

    public static readonly Refusal FormerResidentIdsMax = TooMany(
        "former-resident-ids-max",
        $"一个人的身份证号码最多更正{ProfessionalLimits.FormerResidentIdsMax}次，已达上限；请核对后由系统运维人员处理。",
        $"A person's resident id is corrected at most {ProfessionalLimits.FormerResidentIdsMax} times: check what is registered, and turn to the operators."
    );

    public static readonly Refusal TrainingPlatformOnly = Forbidden(
        "training-platform-only",
        "只有培训平台账号可以导入学时，请使用该账号。",
        "Only the training platform's account imports hours: use that account."
    );

    public static readonly Refusal DeclarationsMax = TooMany(
        "declarations-max",
        $"一个人最多{ProfessionalLimits.DeclarationsMax}份申报，已达上限；请联系登记管理员。",
        $"A person has at most {ProfessionalLimits.DeclarationsMax} declarations: ask the registry's administrators."
    );

    public static readonly Refusal ImportedRecordsMax = TooMany(
        "imported-records-total-max",
        $"一个人最多{ProfessionalLimits.ImportedRecordsMax}条平台学时记录，请核对导入的数据。",
        $"A person has at most {ProfessionalLimits.ImportedRecordsMax} imported records: check what is imported."
    );

    public static readonly Refusal StatementsMax = TooMany(
        "statements-max",
        $"一个人最多开具{ProfessionalLimits.StatementsMax}份学时认定单，请使用已开具的认定单。",
        $"A person has at most {ProfessionalLimits.StatementsMax} statements: use one that is issued already."
    );

    public static readonly Refusal NothingRecognised = Conflict(
        "nothing-recognised",
        "所选年度内没有审核通过的学时，不能开具认定单；请调整年度，或先申报核认。",
        "No hours are recognised in these years, so there is nothing to certify: choose other years, or file them first."
    );

    public static Refusal DeclarationOpen(DeclarationStanding open) =>
        Conflict(
                "declaration-open",
                "您已有一份未办结的申报，请先继续办理、等待审核或将其删除，再新建申报。",
                "You have an open declaration: go on with it, wait for its review, or delete it before opening another."
            )
            .With("declarationId", open.DeclarationId.Value)
            .With("status", open.Status.ToString());

    public static Refusal ImportInvalid(ImmutableArray<Problem> problems) =>
        new(
            RefusalKind.Invalid,
            "import-invalid",
            "导入的记录有误，没有导入任何记录；请按提示更正后重新导入。",
            "Some records are wrong and none was imported: mend those that are listed and send all again.",
            problems
        );

    public static Refusal ImportConflict(ImmutableArray<Problem> problems) =>
        new(
            RefusalKind.Conflict,
            "imported-record-conflict",
            "有记录编号已存在但内容不同，没有导入任何记录；请核对编号，更正的记录请使用新编号。",
            "Some record ids are known with other content and none was imported: check the ids; a corrected record needs a new id.",
            problems
        );

    public static Refusal Stale(Professional state) =>
        new Refusal(
            RefusalKind.Stale,
            "stale-version",
            "登记信息在您打开之后已有变化，请刷新后重试。",
            "The registration has changed since you opened it: reload and repeat."
        ).With("version", (state.Profile?.Version ?? 0).ToString(CultureInfo.InvariantCulture));
}
