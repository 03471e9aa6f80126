using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Domain.Review;
using CeActors.Domain.Statements;

namespace CeActors.Domain.Tests.Professionals;

/// <summary>Professionals of tests: how they come to be, and what becomes of a command.</summary>
internal static class ProfessionalSamples
{
    internal static readonly PersonId Registrar = PersonId.Parse("p-registrar");

    internal const string RightId = "11010519491231002X";

    internal static StatementContent Issued(
        Professional state,
        ProfessionalCommand command,
        ProfessionalContext context
    ) =>
        ProfessionalDecider
            .Decide(state, command, context)
            .Events.ShouldHaveSingleItem()
            .ShouldBeOfType<ProfessionalEvent.StatementIssued>()
            .Content;

    internal static Professional Registered() => Decided(Unknown(), Register(), Context());

    internal static ProfessionalCommand.IssueStatement Issue(int from, int to) =>
        new(Sample.Command("issue"), from, to);

    internal static ProfessionalContext Context() =>
        new()
        {
            Now = Sample.Now,
            Actor = Registrar,
            IsRegistryAdministrator = true,
            IsTrainingPlatform = true,
            Employer = new EmployerEntry(Sample.Employer, UnitKind.Employer, true, true),
        };

    internal static DeclarationId IdOf(string name) => DeclarationId.Derive(1, Sample.Person, Sample.Command(name));

    internal static DeclarationStanding Standing(string name, DeclarationStatus status, params int[] years)
    {
        var recognised = Sample.Recognised().RecognisedYears[0];
        var hours = recognised with { General = CreditHours.OfHours(30), Professional = CreditHours.OfHours(60) };
        var wasRecognised = status is DeclarationStatus.Recognised or DeclarationStatus.Revoked;
        return new DeclarationStanding(
            IdOf(name),
            status,
            Sample.Now,
            [.. years.Select(year => hours with { Year = year })],
            wasRecognised ? Sample.Now : null,
            wasRecognised ? Sample.Agency : null,
            Sample.Rules.Version,
            []
        );
    }

    internal static Professional Unknown() => Professional.Unknown(Sample.Person);

    internal static ProfessionalCommand.Register Register() => new("张三", RightId, Sample.Employer.Code.Value, "讲师");

    internal static ProfessionalCommand.ReserveDeclaration Reserve(string name) => new(IdOf(name));

    internal static ProfessionalCommand.ImportHours Import(params ImportedRecordInput[] records) => new([.. records]);

    internal static ImportedRecordInput Record(string id = "R-1") =>
        new(id, 2024, true, "师德师风专题培训", "省教育厅", 8, "2024-05-01");

    internal static Professional Decided(Professional state, ProfessionalCommand command, ProfessionalContext context)
    {
        var decision = ProfessionalDecider.Decide(state, command, context);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(state, ProfessionalEvolution.Evolve);
    }

    internal static Refusal Refused(Professional state, ProfessionalCommand command, ProfessionalContext context) =>
        ProfessionalDecider.Decide(state, command, context).Refusal.ShouldNotBeNull();
}
