using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Domain.Review;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Tests;

/// <summary>A small world: one professional, one employer under two departments, two agencies.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 10, 0, 0, TimeSpan.FromHours(8));
    public static readonly PersonId Person = PersonId.Parse("p-zhang");
    public static readonly PersonId Reviewer = PersonId.Parse("p-reviewer");
    public static readonly UnitReference Employer = new(UnitCode.Parse("SCHOOL-1"), "第一中学");
    public static readonly UnitReference Department = new(UnitCode.Parse("DEPT-1"), "区教育局");
    public static readonly UnitReference UpperDepartment = new(UnitCode.Parse("DEPT-0"), "市教育局");
    public static readonly UnitReference Agency = new(UnitCode.Parse("HRSS-430102"), "芙蓉区人社局");
    public static readonly UnitReference OtherAgency = new(UnitCode.Parse("HRSS-430103"), "天心区人社局");
    public static readonly RuleSet Rules = RuleSetCatalog.Embedded(RuleSetCatalog.Hunan2026)!;
    public static readonly RuleSet RulesWithoutEvidence = RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!;
    public static readonly DeclarationId Id = DeclarationId.Derive(1, Person, Command("opening-1"));

    public static readonly ProfileSnapshot Profile = new(
        Person,
        "张三",
        "4301**********0011",
        Employer,
        true,
        "讲师",
        1
    );

    public static readonly DraftHead Head = new()
    {
        Phone = "13800001111",
        Email = "zhang@example.com",
        Title = "讲师",
        TitleSeries = "中小学教师",
        TitleLevel = "intermediate",
        Profession = "数学",
        SpanFromYear = "2022",
        SpanToYear = "2026",
        PromisesTruth = true,
    };

    public static readonly FilingContext Filing = new(Profile, Records(), [], []);

    public static CommandId Command(string text) => CommandId.Parse(text.PadRight(CommandId.LengthMin, '-'));

    public static ImmutableDictionary<string, ImportedRecord> Records(params ImportedRecord[] records) =>
        (records.Length == 0 ? [Record("R-1", 2024), Record("R-2", 2025)] : records).ToImmutableDictionary(record =>
            record.RecordId
        );

    public static ImportedRecord Record(string id, int year, string name = "师德师风专题培训", int hours = 10) =>
        new(id, year, Subject.General, name, "省教育厅", CreditHours.OfHours(hours), new DateOnly(year, 5, 1));

    public static DraftItem Item(
        int year = 2024,
        string subject = Subjects.General,
        string hours = "30",
        string name = "公需科目培训"
    ) =>
        new()
        {
            Year = year,
            Subject = subject,
            ActivityType = "training",
            ActivityName = name,
            Organiser = "省继续教育基地",
            Place = "长沙",
            StartDate = $"{year}-03-01",
            EndDate = $"{year}-03-05",
            Hours = hours,
        };

    public static DeclarationContext Context(
        PersonId? actor = null,
        RuleSet? rules = null,
        FilingContext? filing = null,
        UnitTicket? source = null,
        UnitTicket? target = null
    ) =>
        new()
        {
            Now = Now,
            Rules = rules ?? RulesWithoutEvidence,
            Actor = actor ?? Person,
            Filing = filing ?? Filing,
            Source = source,
            Target = target,
        };

    public static UnitTicket Ticket(UnitReference unit, string? actorName = null) => new(unit, KindOf(unit), actorName);

    public static UnitKind KindOf(UnitReference unit) =>
        unit == Employer ? UnitKind.Employer
        : unit == Agency || unit == OtherAgency ? UnitKind.Agency
        : UnitKind.SupervisingDepartment;

    /// <summary>A context in which a reviewer of the unit acts, with the next unit's ticket where there is one.</summary>
    public static DeclarationContext ReviewContext(UnitReference unit, UnitReference? next = null) =>
        Context(Reviewer, source: Ticket(unit, "李审核"), target: next is null ? null : Ticket(next));

    public static DeclarationContext SubmitContext() => Context(target: Ticket(Employer));

    public static DeclarationCommand.File File(bool isSubmitted = false, params DraftItem[] items) =>
        new(Id, Head, [.. items.Length == 0 ? [Item()] : items], [], isSubmitted) { CommandId = Command("file") };

    public static Declaration Draft(params DraftItem[] items) => Decided(null, File(false, items), Context());

    /// <summary>Decides, expects acceptance, evolves.</summary>
    public static Declaration Decided(Declaration? state, DeclarationCommand command, DeclarationContext context)
    {
        var decision = DeclarationDecider.Decide(state, command, context);
        decision.Refusal.ShouldBeNull();
        return DeclarationEvolution.Evolve(state, decision.Events);
    }

    public static Declaration Submitted() => Decided(Draft(), Submit(), SubmitContext());

    public static Declaration AtDepartment() => Passed(Submitted(), Employer, Department);

    public static Declaration AtAgency() => Passed(AtDepartment(), Department, Agency);

    public static Declaration Recognised() => Decided(AtAgency(), Pass(Agency), ReviewContext(Agency));

    public static Declaration Revoked() => Decided(Recognised(), Revoke(Agency), ReviewContext(Agency));

    public static Declaration Returned() => Decided(Submitted(), Return(Employer), ReviewContext(Employer));

    public static Declaration Withdrawn() => Decided(Submitted(), Withdraw(), Context());

    public static Declaration Deleted() => Decided(Draft(), Delete(), Context());

    public static Declaration Passed(Declaration state, UnitReference unit, UnitReference next) =>
        Decided(state, Pass(unit, next), ReviewContext(unit, next));

    public static DeclarationCommand Submit() => new DeclarationCommand.Submit { CommandId = Command("submit") };

    public static DeclarationCommand Withdraw() => new DeclarationCommand.Withdraw { CommandId = Command("withdraw") };

    public static DeclarationCommand Delete() => new DeclarationCommand.Delete { CommandId = Command("delete") };

    public static DeclarationCommand.Pass Pass(UnitReference unit, UnitReference? next = null) =>
        new(unit.Code, next?.Code, null) { CommandId = Command("pass") };

    public static DeclarationCommand.Return Return(
        UnitReference unit,
        string reason = "材料不清晰",
        params string[] itemIds
    ) => new(unit.Code, reason, [.. itemIds]) { CommandId = Command("return") };

    public static DeclarationCommand.Reroute Reroute(
        UnitReference unit,
        UnitReference next,
        string reason = "经办机构有误"
    ) => new(unit.Code, next.Code, reason) { CommandId = Command("reroute") };

    public static DeclarationCommand.Revoke Revoke(UnitReference unit, string reason = "抽查发现材料不实") =>
        new(unit.Code, reason) { CommandId = Command("revoke") };

    public static string Said(Decision<DeclarationEvent> decision) =>
        decision.Refusal?.Code ?? string.Join('+', decision.Events.Select(happened => happened.GetType().Name));
}
