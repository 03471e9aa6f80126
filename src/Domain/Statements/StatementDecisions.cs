using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;

namespace CeActors.Domain.Statements;

/// <summary>What a statement over a range of years certifies.</summary>
internal static class StatementDecisions
{
    public static Decision<ProfessionalEvent> Issue(
        Professional holder,
        ProfessionalCommand.IssueStatement command,
        ProfessionalContext context
    )
    {
        if (holder.Profile is not { } profile)
            return ProfessionalRefusals.NotRegistered;
        var today = ChinaTime.DateOf(context.Now);
        if (CheckRange(command, today.Year) is { } problem)
            return Refusal.Of(problem);
        var years = RecognisedHours.Over(context.Standings, command.FromYear, command.ToYear);
        if (years.IsEmpty)
            return ProfessionalRefusals.NothingRecognised;
        if (holder.Statements.Length >= ProfessionalLimits.StatementsMax)
            return ProfessionalRefusals.StatementsMax;
        var latest = years.MaxBy(year => year.RecognisedAt)!;
        var number = StatementNumber.Derive(today.Year, holder.PersonId, command.CommandId);
        if (holder.Statements.Contains(number))
            return Decision<ProfessionalEvent>.Accepted();
        return new ProfessionalEvent.StatementIssued(
            new StatementContent
            {
                Number = number,
                Code = VerificationCode.Derive(number, holder.PersonId, command.CommandId),
                PersonId = holder.PersonId,
                HolderName = profile.Name,
                MaskedResidentId = profile.ResidentId.Masked,
                Employer = profile.Employer,
                Title = profile.Title,
                FromYear = command.FromYear,
                ToYear = command.ToYear,
                Years = [.. years.Select(year => new CertifiedYear(year.Summary, year.DeclarationId))],
                Agency = latest.Agency,
                IssuedAt = context.Now,
                RuleSetVersion = latest.RuleSetVersion,
            }
        );
    }

    private static Problem? CheckRange(ProfessionalCommand.IssueStatement command, int latestYear)
    {
        if (command.FromYear < ProfessionalLimits.EarliestYear || command.FromYear > latestYear)
            return ProfessionalProblems.RangeWrong("/fromYear", latestYear);
        if (command.ToYear < ProfessionalLimits.EarliestYear || command.ToYear > latestYear)
            return ProfessionalProblems.RangeWrong("/toYear", latestYear);
        if (command.ToYear < command.FromYear)
            return ProfessionalProblems.RangeReversed("/toYear");
        return command.ToYear - command.FromYear >= ProfessionalLimits.StatementYearsMax
            ? ProfessionalProblems.RangeTooLong("/toYear")
            : null;
    }
}
