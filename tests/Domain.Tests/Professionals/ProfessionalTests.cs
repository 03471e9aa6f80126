using CeActors.Domain.Professionals;
using CeActors.Domain.Review;
using static CeActors.Domain.Tests.Professionals.ProfessionalSamples;

namespace CeActors.Domain.Tests.Professionals;

/// <summary>Who is registered, with what, and by whom.</summary>
public sealed class ProfessionalTests
{
    [Fact]
    public void A_professional_is_registered_and_changed_with_a_new_version()
    {
        var registered = Registered();
        registered.Snapshot!.MaskedResidentId.ShouldBe("1101**********002X");
        registered.Profile!.Version.ShouldBe(1);

        var moved = Decided(
            registered,
            Register() with
            {
                EmployerCode = "DEPT-1",
            },
            Context() with
            {
                Employer = new EmployerEntry(Sample.Department, UnitKind.SupervisingDepartment, false, true),
            }
        );

        moved.Profile!.Version.ShouldBe(2);
        moved.Profile.Employer.ShouldBe(Sample.Department);
    }

    [Fact]
    public void The_same_registration_again_changes_nothing() =>
        ProfessionalDecider.Decide(Registered(), Register(), Context()).Events.ShouldBeEmpty();

    [Theory]
    [InlineData(0L)]
    [InlineData(2L)]
    public void A_change_of_another_version_than_the_present_one_is_stale(long version)
    {
        var stale = Register() with { Name = "李四", ExpectedVersion = version };

        var refusal = Refused(Registered(), stale, Context());

        refusal.Kind.ShouldBe(RefusalKind.Stale);
        refusal.Facts!["version"].ShouldBe("1");
        Decided(Registered(), stale with { ExpectedVersion = 1 }, Context()).Profile!.Version.ShouldBe(2);
        Decided(Unknown(), stale with { ExpectedVersion = 0 }, Context()).Profile!.Version.ShouldBe(1);
    }

    public static TheoryData<string, ProfessionalCommand.Register, string, string> Wrong =>
        new()
        {
            { "no name", Register() with { Name = "" }, "/name", "required" },
            { "long name", Register() with { Name = new string('张', 51) }, "/name", "text-too-long" },
            {
                "check character",
                Register() with
                {
                    ResidentId = "110105194912310021",
                },
                "/residentId",
                "resident-id-wrong"
            },
            { "long title", Register() with { Title = new string('职', 101) }, "/title", "text-too-long" },
            { "unknown employer", Register() with { EmployerCode = "NOBODY" }, "/employerCode", "employer-unknown" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_names_its_place(
        string what,
        ProfessionalCommand.Register command,
        string path,
        string code
    )
    {
        var refusal = Refused(Unknown(), command, Context());

        refusal.Code.ShouldBe(code, what);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe(path, what);
    }

    [Fact]
    public void An_employer_is_open_and_no_agency()
    {
        var agency = Context() with { Employer = new EmployerEntry(Sample.Employer, UnitKind.Agency, false, true) };
        var closed = Context() with { Employer = new EmployerEntry(Sample.Employer, UnitKind.Employer, true, false) };

        Refused(Unknown(), Register(), agency).Code.ShouldBe("employer-is-agency");
        Refused(Unknown(), Register(), closed).Code.ShouldBe("employer-closed");
        Decided(Registered(), Register() with { Title = "教授" }, closed).Profile!.Title.ShouldBe("教授");
    }

    [Fact]
    public void Only_administrators_of_the_registry_register() =>
        Refused(Unknown(), Register(), Context() with { IsRegistryAdministrator = false })
            .Code.ShouldBe("registry-administrators-only");
}
