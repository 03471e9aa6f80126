using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Identity;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Review;
using CeActors.Domain.Identity;
using CeActors.Domain.Rules;
using CeActors.Grains.Registry;

namespace CeActors.Simulation.Stories;

/// <summary>The units and people of every history: two employers under a department under another, and an agency.</summary>
internal static class Office
{
    public const string Employer = "E-ONE";
    public const string OtherEmployer = "E-TWO";
    public const string Department = "D-ONE";
    public const string UpperDepartment = "U-ONE";
    public const string Agency = "A-ONE";

    /// <summary>All units, the agency first.</summary>
    public static readonly string[] Units = [Agency, UpperDepartment, Department, Employer, OtherEmployer];

    public static RuleSetCatalog Rules { get; } = new(RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!);

    public static Caller Administrator { get; } = CallerOf("registrar");

    public static RegistryAuthorityOptions Authority { get; } =
        new() { AdministratorPersonIds = System.Collections.Frozen.FrozenSet.ToFrozenSet([Administrator.PersonId]) };

    /// <summary>Who reviews at a unit.</summary>
    public static Caller ReviewerOf(string unit) => Reviewers[unit];

    /// <summary>A person who may file.</summary>
    public static Caller Person(int number) => CallerOf($"person-{number}");

    /// <summary>Every fourth person works for the other employer.</summary>
    public static string EmployerOf(int person) => person % 4 == 3 ? OtherEmployer : Employer;

    /// <summary>Registers the units, their reviewers and so many people.</summary>
    public static async Task OpenAsync(IGrainFactory grains, int people)
    {
        await RegisterAsync(grains, Agency, UnitKind.Agency, null, null, "长沙市人社局");
        await RegisterAsync(grains, UpperDepartment, UnitKind.SupervisingDepartment, null, Agency, "湖南省教育厅");
        await RegisterAsync(grains, Department, UnitKind.SupervisingDepartment, UpperDepartment, null, "长沙市教育局");
        await RegisterAsync(grains, Employer, UnitKind.Employer, Department, null, "长沙市第一中学");
        await RegisterAsync(grains, OtherEmployer, UnitKind.Employer, Department, null, "长沙市第二中学");
        foreach (var unit in Units)
        {
            var roles = unit == Agency ? UnitRoles.Clerk | UnitRoles.Auditor : UnitRoles.Reviewer;
            var member = new SetMember(
                Header($"member-{unit}", Administrator),
                ReviewerOf(unit).PersonId,
                "李审核",
                roles,
                null
            );
            Accepted(await grains.GetGrain<IReviewUnit>(unit).SetMemberAsync(member));
        }

        for (var number = 0; number < people; number++)
        {
            var person = Person(number);
            var registration = new RegisterProfessional(
                Header($"register-{number:D4}", Administrator),
                "王小明",
                ResidentIdOf(number),
                EmployerOf(number),
                "讲师"
            );
            Accepted(await grains.GetGrain<IProfessional>(person.PersonId).RegisterAsync(registration));
        }
    }

    public static CommandHeader Header(string commandId, Caller caller, long? version = null) =>
        new(caller, commandId, "body", version);

    public static DraftHead Head { get; } =
        new()
        {
            Phone = "13800001111",
            Email = "wang@example.com",
            Title = "讲师",
            TitleSeries = "中小学教师",
            TitleLevel = "intermediate",
            Profession = "数学",
            SpanFromYear = "2022",
            SpanToYear = "2026",
            PromisesTruth = true,
        };

    /// <summary>A filing of one complete year.</summary>
    public static FileDeclaration Filing(CommandHeader header, bool submit) =>
        new(header, Head, [Item("general", "30"), Item("professional", "60")], [], submit);

    public static T Accepted<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidOperationException($"Refused as {outcome.Refusal!.Code}.");

    private static readonly Dictionary<string, Caller> Reviewers = Units.ToDictionary(
        unit => unit,
        unit => CallerOf($"reviewer-{unit}")
    );

    private static Caller CallerOf(string subject) => new(PersonIds.From("simulation", subject));

    private static DraftItem Item(string subject, string hours) =>
        new()
        {
            Year = 2024,
            Subject = subject,
            ActivityType = "training",
            ActivityName = "继续教育培训",
            Organiser = "省继续教育基地",
            StartDate = "2024-03-01",
            EndDate = "2024-03-05",
            Hours = hours,
        };

    private static string ResidentIdOf(int person)
    {
        var digits = $"430102{new DateOnly(1960, 1, 1).AddDays(person / 1000):yyyyMMdd}{person % 1000:000}";
        return digits + ResidentId.CheckCharacter(digits);
    }

    private static async Task RegisterAsync(
        IGrainFactory grains,
        string code,
        UnitKind kind,
        string? parent,
        string? agency,
        string name
    ) =>
        Accepted(
            await grains
                .GetGrain<IReviewUnit>(code)
                .RegisterAsync(
                    new RegisterUnit(
                        Header($"register-{code}", Administrator),
                        name,
                        kind,
                        "430100",
                        null,
                        parent,
                        agency,
                        true,
                        true
                    )
                )
        );
}
