using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Review;

public sealed class RegistrationTests
{
    [Fact]
    public void A_unit_is_registered_changed_and_audited()
    {
        var unit = Units.Employer();
        unit.Version.ShouldBe(1);
        unit.Audit.ShouldHaveSingleItem().Action.ShouldBe("registered");

        var changed = Units.Decided(unit, Units.Register() with { Name = " 第一中学（新） " }, Units.Context());

        changed.Name.ShouldBe("第一中学（新）");
        changed.Version.ShouldBe(2);
        changed.Audit.Select(entry => entry.Version).ShouldBe([1, 2]);
        changed.Audit[1].Actor.ShouldBe(Units.Registrar);
    }

    [Fact]
    public void The_same_registration_again_changes_nothing()
    {
        var decision = ReviewUnitDecider.Decide(Units.Employer(), Units.Register(), Units.Context());

        decision.IsAccepted.ShouldBeTrue();
        decision.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Only_administrators_of_the_registry_register() =>
        Units
            .Refused(null, Units.Register(), Units.Context(isRegistrar: false))
            .Code.ShouldBe("registry-administrators-only");

    [Theory]
    [InlineData(0L, true)]
    [InlineData(1L, false)]
    public void A_new_unit_is_expected_at_version_0(long expected, bool isRight) =>
        ReviewUnitDecider
            .Decide(null, Units.Register() with { ExpectedVersion = expected }, Units.Context())
            .IsAccepted.ShouldBe(isRight);

    [Fact]
    public void A_stale_change_is_refused_with_the_present_version()
    {
        var refusal = Units.Refused(Units.Employer(), Units.Register() with { ExpectedVersion = 7 });

        refusal.Kind.ShouldBe(RefusalKind.Stale);
        refusal.Facts!["version"].ShouldBe("1");
    }

    public static TheoryData<string, UnitCommand.Register, string, string> Wrong =>
        new()
        {
            { "no name", Units.Register() with { Name = " " }, "/name", "required" },
            { "short name", Units.Register() with { Name = "校" }, "/name", "name-too-short" },
            { "long name", Units.Register() with { Name = new string('校', 101) }, "/name", "text-too-long" },
            { "unknown kind", Units.Register() with { Kind = (UnitKind)9 }, "/kind", "kind-unknown" },
            { "elsewhere", Units.Register() with { DivisionCode = "440100" }, "/divisionCode", "division-wrong" },
            { "short division", Units.Register() with { DivisionCode = "4301" }, "/divisionCode", "division-wrong" },
            {
                "credit code",
                Units.Register() with
                {
                    CreditCode = "91350100M000100Y44",
                },
                "/creditCode",
                "credit-code-wrong"
            },
            { "parent form", Units.Register(parent: "dept"), "/parentCode", "unit-code-wrong" },
            { "agency form", Units.Register(agency: "x"), "/agencyCode", "unit-code-wrong" },
            { "first-level without agency", Units.Register(parent: null), "/agencyCode", "agency-required" },
            { "agency with parent", Units.Register(kind: UnitKind.Agency), "/parentCode", "agency-has-none" },
            {
                "agency with agency",
                Units.Register(kind: UnitKind.Agency, parent: null, agency: "HRSS-430102"),
                "/agencyCode",
                "agency-has-none"
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_names_its_place(string what, UnitCommand.Register command, string path, string code)
    {
        var refusal = Units.Refused(null, command);

        refusal.Code.ShouldBe(code, what);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe(path, what);
    }

    [Fact]
    public void A_kind_does_not_change_while_declarations_wait()
    {
        var wished = Units.Register(kind: UnitKind.SupervisingDepartment);

        Units
            .Refused(Units.Employer(), wished, Units.Context() with { HasWaiting = true })
            .Code.ShouldBe("kind-locked");
        Units.Decided(Units.Employer(), wished, Units.Context()).Kind.ShouldBe(UnitKind.SupervisingDepartment);
        Units
            .Decided(
                Units.Employer(),
                Units.Register() with
                {
                    IsActive = false,
                },
                Units.Context() with
                {
                    HasWaiting = true,
                }
            )
            .IsActive.ShouldBeFalse();
    }

    [Fact]
    public void A_unit_without_a_credit_code_can_be_registered() =>
        Units.Decided(null, Units.Register() with { CreditCode = null }, Units.Context()).CreditCode.ShouldBeNull();

    [Fact]
    public void The_audit_keeps_the_first_and_the_last_entries_up_to_its_bound()
    {
        var unit = Units.Employer();
        for (var i = 0; i < ReviewLimits.AuditEntriesMax; i++)
            unit = Units.Decided(unit, Units.Register() with { Name = $"第{i}中学" }, Units.Context());

        unit.Audit.Length.ShouldBe(ReviewLimits.AuditEntriesMax);
        unit.Audit.Take(2).Select(entry => entry.Version).ShouldBe([1, 3]);
        unit.Audit[^1].Version.ShouldBe(unit.Version);
    }
}
