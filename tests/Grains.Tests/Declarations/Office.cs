using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Review;
using CeActors.Domain.Identity;
using Shouldly;

namespace CeActors.Grains.Tests.Declarations;

/// <summary>An employer under a department under another and an agency, each with a reviewer, and people who work there.</summary>
public sealed class Office(ClusterFixture cluster)
{
    private static int _people;

    public string Employer { get; private init; } = ClusterFixture.UniqueUnitCode("E");

    /// <summary>Above the department: where what came to the department by mistake is sent.</summary>
    public string UpperDepartment { get; private init; } = ClusterFixture.UniqueUnitCode("U");

    public string Department { get; private init; } = ClusterFixture.UniqueUnitCode("D");

    public string Agency { get; private init; } = ClusterFixture.UniqueUnitCode("A");

    public static Caller Administrator { get; } = new(ClusterFixture.PersonIdOf(ClusterFixture.AdministratorSubject));

    public static Caller Platform { get; } = new(ClusterFixture.PersonIdOf(ClusterFixture.TrainingPlatformSubject));

    public Caller EmployerReviewer { get; private init; } = NewCaller();

    public Caller DepartmentReviewer { get; private init; } = NewCaller();

    public Caller UpperReviewer { get; private init; } = NewCaller();

    public Caller Clerk { get; private init; } = NewCaller();

    public IGrainFactory Grains => cluster.Grains;

    /// <summary>The same office and the same people in another cluster, which must know them already.</summary>
    public Office In(ClusterFixture other) =>
        new(other)
        {
            Employer = Employer,
            UpperDepartment = UpperDepartment,
            Department = Department,
            Agency = Agency,
            EmployerReviewer = EmployerReviewer,
            DepartmentReviewer = DepartmentReviewer,
            UpperReviewer = UpperReviewer,
            Clerk = Clerk,
        };

    public static async Task<Office> OpenAsync(ClusterFixture cluster)
    {
        var office = new Office(cluster);
        await office.RegisterAsync(office.Agency, UnitKind.Agency, null, null, "长沙市人社局");
        await office.RegisterAsync(
            office.UpperDepartment,
            UnitKind.SupervisingDepartment,
            null,
            office.Agency,
            "湖南省教育厅"
        );
        await office.RegisterAsync(
            office.Department,
            UnitKind.SupervisingDepartment,
            office.UpperDepartment,
            null,
            "长沙市教育局"
        );
        await office.RegisterAsync(office.Employer, UnitKind.Employer, office.Department, null, "长沙市第一中学");
        await office.AddMemberAsync(office.Agency, office.Clerk, UnitRoles.Clerk | UnitRoles.Auditor);
        await office.AddMemberAsync(office.UpperDepartment, office.UpperReviewer, UnitRoles.Reviewer);
        await office.AddMemberAsync(office.Department, office.DepartmentReviewer, UnitRoles.Reviewer);
        await office.AddMemberAsync(office.Employer, office.EmployerReviewer, UnitRoles.Reviewer);
        return office;
    }

    public static Caller NewCaller() => new(ClusterFixture.PersonIdOf($"subject-{Guid.NewGuid():N}"));

    public static string NewCommandId() => $"command-{Guid.NewGuid():N}";

    public static CommandHeader Header(
        Caller caller,
        long? version = null,
        string? commandId = null,
        long? revision = null
    ) => new(caller, commandId ?? NewCommandId(), "body", version, revision);

    public IReviewUnit Unit(string code) => Grains.GetGrain<IReviewUnit>(code);

    public IProfessional Professional(Caller person) => Grains.GetGrain<IProfessional>(person.PersonId);

    public IDeclaration Declaration(string id) => Grains.GetGrain<IDeclaration>(id);

    public async Task AddMemberAsync(string unit, Caller member, UnitRoles roles, string name = "李审核") =>
        (
            await Unit(unit).SetMemberAsync(new SetMember(Header(Administrator), member.PersonId, name, roles, null))
        ).Refusal.ShouldBeNull();

    public async Task<Caller> HireAsync(string name = "王小明")
    {
        var person = NewCaller();
        (await RegisterAsync(person, name)).Refusal.ShouldBeNull();
        return person;
    }

    public Task<Outcome<ProfessionalSummary>> RegisterAsync(
        Caller person,
        string name,
        CommandHeader? header = null,
        string? employer = null
    ) =>
        Professional(person)
            .RegisterAsync(
                new RegisterProfessional(
                    header ?? Header(Administrator),
                    name,
                    NewResidentId(),
                    employer ?? Employer,
                    "讲师"
                )
            );

    public static FileDeclaration Filing(
        Caller person,
        bool submit = true,
        string? commandId = null,
        int year = 2024
    ) =>
        new(
            Header(person, commandId: commandId),
            Head,
            [Item(year, "general", "30"), Item(year, "professional", "60")],
            [],
            submit
        );

    public async Task<DeclarationReceipt> FileAsync(Caller person, bool submit = true, int year = 2024)
    {
        var filed = await Professional(person).FileDeclarationAsync(Filing(person, submit, year: year));
        filed.Refusal.ShouldBeNull();
        return filed.Value!;
    }

    public Task<Outcome<DeclarationReceipt>> PassAsync(
        DeclarationReceipt at,
        Caller reviewer,
        string unit,
        string? next,
        string? commandId = null
    ) =>
        Declaration(at.DeclarationId)
            .PassAsync(new PassDeclaration(Header(reviewer, at.Version, commandId), unit, next, null));

    /// <summary>From the employer's queue to the agency's.</summary>
    public async Task<DeclarationReceipt> BringToAgencyAsync(DeclarationReceipt filed)
    {
        var atDepartment = Accepted(await PassAsync(filed, EmployerReviewer, Employer, Department));
        return Accepted(await PassAsync(atDepartment, DepartmentReviewer, Department, Agency));
    }

    /// <summary>A new declaration of this person, recognised.</summary>
    public async Task<DeclarationReceipt> RecogniseAsync(Caller person, int year = 2024)
    {
        var atAgency = await BringToAgencyAsync(await FileAsync(person, year: year));
        return Accepted(await PassAsync(atAgency, Clerk, Agency, null));
    }

    public static T Accepted<T>(Outcome<T> outcome)
        where T : class
    {
        outcome.Refusal.ShouldBeNull();
        return outcome.Value.ShouldNotBeNull();
    }

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

    public static DraftItem Item(int year, string subject, string hours) =>
        new()
        {
            Year = year,
            Subject = subject,
            ActivityType = "training",
            ActivityName = "继续教育培训",
            Organiser = "省继续教育基地",
            StartDate = $"{year}-03-01",
            EndDate = $"{year}-03-05",
            Hours = hours,
        };

    /// <summary>A well-formed number of nobody: place 430102, born 1980-01-01, any sequence.</summary>
    public static string NewResidentId()
    {
        var sequence = Interlocked.Increment(ref _people);
        var born = new DateOnly(1960, 1, 1).AddDays(sequence / 1000);
        var digits = $"430102{born:yyyyMMdd}{sequence % 1000:000}";
        return digits + ResidentId.CheckCharacter(digits);
    }

    private async Task RegisterAsync(string code, UnitKind kind, string? parent, string? agency, string name) =>
        (
            await Unit(code)
                .RegisterAsync(
                    new RegisterUnit(Header(Administrator), name, kind, "430100", null, parent, agency, true, true)
                )
        ).Refusal.ShouldBeNull();
}
