using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Review;
using CeActors.Grains.Tests.Declarations;
using Shouldly;

namespace CeActors.Grains.Tests.Review.Units;

/// <summary>Registers units and members as an administrator would.</summary>
internal sealed class Registry(ClusterFixture cluster)
{
    public static Caller Administrator { get; } = new(ClusterFixture.PersonIdOf(ClusterFixture.AdministratorSubject));

    public static CommandHeader Header(Caller caller, string? commandId = null, long? version = null) =>
        new(caller, commandId ?? $"command-{Guid.NewGuid():N}", "fingerprint", version);

    public static Caller Person(string subject) => new(ClusterFixture.PersonIdOf(subject));

    public IReviewUnit Unit(string code) => cluster.Grains.GetGrain<IReviewUnit>(code);

    public static RegisterUnit Registration(
        UnitKind kind,
        string? parent = null,
        string? agency = null,
        string name = "长沙市第一中学",
        bool isActive = true,
        CommandHeader? header = null
    ) => new(header ?? Header(Administrator), name, kind, "430100", null, parent, agency, true, isActive);

    public async Task<string> AgencyAsync(string name = "长沙市人社局") =>
        await RegisteredAsync("A", Registration(UnitKind.Agency, name: name));

    public async Task<string> DepartmentAsync(string? parent, string? agency, string name = "长沙市教育局") =>
        await RegisteredAsync("D", Registration(UnitKind.SupervisingDepartment, parent, agency, name));

    public async Task<string> EmployerAsync(string? parent, string? agency = null, string name = "长沙市第一中学") =>
        await RegisteredAsync("E", Registration(UnitKind.Employer, parent, agency, name));

    public async Task<Caller> MemberAsync(string unit, UnitRoles roles, string? naturalPersonId = null)
    {
        var member = Person($"member-{Guid.NewGuid():N}");
        var set = new SetMember(Header(Administrator), member.PersonId, "李审核", roles, naturalPersonId);
        (await Unit(unit).SetMemberAsync(set)).Refusal.ShouldBeNull();
        return member;
    }

    public async Task<Caller> ProfessionalAsync(string employer)
    {
        var person = Person($"professional-{Guid.NewGuid():N}");
        var registration = new RegisterProfessional(
            Header(Administrator),
            "张三",
            Office.NewResidentId(),
            employer,
            null
        );
        var professional = cluster.Grains.GetGrain<IProfessional>(person.PersonId);
        (await professional.RegisterAsync(registration)).Refusal.ShouldBeNull();
        return person;
    }

    private async Task<string> RegisteredAsync(string prefix, RegisterUnit registration)
    {
        var code = ClusterFixture.UniqueUnitCode(prefix);
        (await Unit(code).RegisterAsync(registration)).Refusal.ShouldBeNull();
        return code;
    }
}
