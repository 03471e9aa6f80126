using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>Registration and change of a unit's entry, by administrators of the registry.</summary>
internal static class RegistrationDecisions
{
    private const int DivisionCodeLength = 6;

    // GB/T 2260: every division of Hunan.
    private const string DivisionPrefix = "43";

    public static Decision<UnitEvent> Register(ReviewUnit? state, UnitCommand.Register command, UnitContext context)
    {
        if (!context.IsRegistryAdministrator)
            return ReviewRefusals.RegistryAdministratorsOnly;
        if (command.ExpectedVersion is { } expected && expected != (state?.Version ?? 0))
            return ReviewRefusals.Stale(state);
        if (CheckForm(command) is { } problem)
            return Refusal.Of(problem);
        if (state is not null && CheckKindChange(state, command.Kind, context) is { } locked)
            return locked;
        var wrongPlace =
            command.Kind == UnitKind.Agency
                ? CheckAgency(command)
                : CheckParent(command, context) ?? CheckOwnAgency(command, context);
        if (wrongPlace is not null)
            return Refusal.Of(wrongPlace);
        var registered = new UnitEvent.Registered(
            command.Code,
            command.Name.Trim(),
            command.Kind,
            command.DivisionCode,
            UnifiedSocialCreditCode.TryParse(command.CreditCode),
            UnitCode.TryParse(command.ParentCode),
            UnitCode.TryParse(command.AgencyCode),
            command.IsPublicInstitution,
            command.IsActive,
            new AuditEntry(
                (state?.Version ?? 0) + 1,
                context.Now,
                context.Actor,
                state is null ? "registered" : "changed",
                Describe(command)
            )
        );
        return state is not null && IsSame(state, registered) ? Decision<UnitEvent>.Accepted() : registered;
    }

    private static Problem? CheckForm(UnitCommand.Register command)
    {
        var name = command.Name?.Trim();
        if (TextRules.CheckFilled("/name", name, ReviewLimits.UnitNameLengthMax) is { } wrongName)
            return wrongName;
        if (name!.Length < ReviewLimits.UnitNameLengthMin)
            return RegistryProblems.NameTooShort("/name");
        if (!Enum.IsDefined(command.Kind))
            return RegistryProblems.KindUnknown("/kind");
        if (
            command.DivisionCode is not { Length: DivisionCodeLength } division
            || !division.StartsWith(DivisionPrefix, StringComparison.Ordinal)
            || !Characters.All(division, char.IsAsciiDigit)
        )
            return RegistryProblems.DivisionWrong("/divisionCode");
        if (command.CreditCode is not null && UnifiedSocialCreditCode.TryParse(command.CreditCode) is null)
            return RegistryProblems.CreditCodeWrong("/creditCode");
        if (command.ParentCode is not null && UnitCode.TryParse(command.ParentCode) is null)
            return RegistryProblems.UnitCodeWrong("/parentCode");
        if (command.AgencyCode is not null && UnitCode.TryParse(command.AgencyCode) is null)
            return RegistryProblems.UnitCodeWrong("/agencyCode");
        return null;
    }

    private static Refusal? CheckKindChange(ReviewUnit state, UnitKind kind, UnitContext context)
    {
        if (state.Kind == kind)
            return null;
        if (context.HasWaiting)
            return ReviewRefusals.KindLockedByWaiting;
        return context.HasSubordinates ? ReviewRefusals.KindLockedBySubordinates : null;
    }

    private static Problem? CheckAgency(UnitCommand.Register command)
    {
        if (command.ParentCode is not null)
            return RegistryProblems.AgencyHasNone("/parentCode");
        return command.AgencyCode is null ? null : RegistryProblems.AgencyHasNone("/agencyCode");
    }

    private static Problem? CheckParent(UnitCommand.Register command, UnitContext context)
    {
        if (command.ParentCode is null)
            return command.AgencyCode is null ? RegistryProblems.FirstLevelNeedsAgency("/agencyCode") : null;
        if (context.Parent is not { } parent || parent.Unit.Code.Value != command.ParentCode)
            return RegistryProblems.UnitUnknown("/parentCode");
        if (parent.Unit.Code == command.Code || parent.Ancestors.Any(ancestor => ancestor.Code == command.Code))
            return RegistryProblems.ParentBelow("/parentCode");
        if (parent.Kind != UnitKind.SupervisingDepartment)
            return RegistryProblems.ParentNotDepartment("/parentCode");
        return parent.Ancestors.Length + 1 > ReviewLimits.AncestorsMax ? RegistryProblems.TooDeep("/parentCode") : null;
    }

    private static Problem? CheckOwnAgency(UnitCommand.Register command, UnitContext context)
    {
        if (command.AgencyCode is null)
            return null;
        if (context.Agency is not { } agency || agency.Unit.Code.Value != command.AgencyCode)
            return RegistryProblems.UnitUnknown("/agencyCode");
        return agency.Kind == UnitKind.Agency ? null : RegistryProblems.NotAnAgency("/agencyCode");
    }

    private static bool IsSame(ReviewUnit state, UnitEvent.Registered wished) =>
        state.Name == wished.Name
        && state.Kind == wished.Kind
        && state.DivisionCode == wished.DivisionCode
        && state.CreditCode == wished.CreditCode
        && state.ParentCode == wished.ParentCode
        && state.AgencyCode == wished.AgencyCode
        && state.IsPublicInstitution == wished.IsPublicInstitution
        && state.IsActive == wished.IsActive;

    private static string Describe(UnitCommand.Register command) =>
        $"name={command.Name.Trim()}; kind={command.Kind}; division={command.DivisionCode}; creditCode={command.CreditCode}; "
        + $"parent={command.ParentCode}; agency={command.AgencyCode}; publicInstitution={command.IsPublicInstitution}; "
        + $"active={command.IsActive}";
}
