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
        // Whether the unit may stand where it is wished is the tree's to say (UnitTree), when everything else is right.
        return state is not null && state.Kind != command.Kind && context.HasWaiting
            ? ReviewRefusals.KindLockedByWaiting
            : Registered(state, command, context);
    }

    private static Decision<UnitEvent> Registered(ReviewUnit? state, UnitCommand.Register command, UnitContext context)
    {
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
                state is null ? UnitActions.Registered : UnitActions.Changed,
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
        return CheckTies(command);
    }

    private static Problem? CheckTies(UnitCommand.Register command)
    {
        if (command.Kind != UnitKind.Agency)
            return command is { ParentCode: null, AgencyCode: null }
                ? RegistryProblems.FirstLevelNeedsAgency("/agencyCode")
                : null;
        if (command.ParentCode is not null)
            return RegistryProblems.AgencyHasNone("/parentCode");
        return command.AgencyCode is null ? null : RegistryProblems.AgencyHasNone("/agencyCode");
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
