using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Review;

/// <summary>Units for tests, and decisions on them.</summary>
internal static class Units
{
    public static readonly PersonId Registrar = PersonId.Parse("p-registrar");
    public static readonly PersonId Admin = PersonId.Parse("p-admin");

    public static UnitLineage DepartmentLineage =>
        new(Sample.Department, UnitKind.SupervisingDepartment, [Sample.UpperDepartment], Sample.Agency, true);

    public static UnitContext Context(PersonId? actor = null, bool isRegistrar = true) =>
        new()
        {
            Now = Sample.Now,
            Actor = actor ?? Registrar,
            IsRegistryAdministrator = isRegistrar,
            IsNaturalPersonRegistered = true,
        };

    public static UnitCommand.Register Register(
        string code = "SCHOOL-1",
        UnitKind kind = UnitKind.Employer,
        string? parent = "DEPT-1",
        string? agency = null
    ) => new(UnitCode.Parse(code), "第一中学", kind, "430102", "91350100M000100Y43", parent, agency, true, true);

    public static ReviewUnit Employer(string code = "SCHOOL-1", string? parent = "DEPT-1") =>
        Decided(null, Register(code, parent: parent), Context());

    public static ReviewUnit Agency() =>
        Decided(null, Register(Sample.Agency.Code.Value, UnitKind.Agency, null), Context());

    public static ReviewUnit WithMember(
        ReviewUnit unit,
        PersonId person,
        UnitRoles roles,
        PersonId? natural = null,
        string name = "李审核"
    ) => Decided(unit, new UnitCommand.SetMember(person.Value, name, roles, natural?.Value), Context());

    public static ReviewUnit Decided(ReviewUnit? state, UnitCommand command, UnitContext context)
    {
        var decision = ReviewUnitDecider.Decide(state, command, context);
        decision.Refusal.ShouldBeNull();
        foreach (var happened in decision.Events)
            state = ReviewUnitEvolution.Evolve(state, happened);
        return state!;
    }

    public static Refusal Refused(ReviewUnit? state, UnitCommand command, UnitContext? context = null) =>
        ReviewUnitDecider.Decide(state, command, context ?? Context()).Refusal.ShouldNotBeNull();
}
