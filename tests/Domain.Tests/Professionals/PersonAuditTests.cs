using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using static CeActors.Domain.Tests.Professionals.ProfessionalSamples;

namespace CeActors.Domain.Tests.Professionals;

/// <summary>What is kept of a person's registrations: who did them, and every number that the person ever had.</summary>
public sealed class PersonAuditTests
{
    [Fact]
    public void A_registration_is_audited_with_its_fields_and_without_what_they_say()
    {
        var registered = Registered();
        var moved = Corrected(registered, Register() with { Title = "教授" });
        var corrected = Corrected(moved, Register() with { Name = "张五", Title = "教授", ResidentId = IdOf(1) });

        corrected
            .Audit.Select(entry => (entry.Number, entry.Action))
            .ShouldBe([(1, "registered"), (2, "changed"), (3, "resident-id-changed")]);
        corrected.Audit[0].Detail.ShouldContain("residentId=1101**********002X;");
        corrected.Audit[1].Detail.ShouldContain("fields=title;");
        corrected.Audit[2].Detail.ShouldContain("fields=name,residentId;");
        corrected
            .Audit[2]
            .Detail.ShouldContain($"residentId=1101**********002X>{corrected.Profile!.ResidentId.Masked};");
        foreach (var entry in corrected.Audit)
        {
            entry.Actor.ShouldBe(Registrar);
            entry.At.ShouldBe(Sample.Now);
            foreach (var said in (string[])["张", "教授", "讲师", RightId, IdOf(1), Sample.Employer.Name])
            {
                entry.Detail.ShouldNotContain(said);
            }
        }

        Corrected(corrected, Register() with { Name = "张五", Title = "教授", ResidentId = IdOf(1) })
            .ShouldBe(corrected);
    }

    [Fact]
    public void Every_number_that_a_person_had_is_remembered_once_by_its_digest()
    {
        var state = Registered();
        state.FormerResidentIdDigests.ShouldBeEmpty();
        foreach (var number in (string[])[IdOf(1), IdOf(2), RightId, IdOf(1)])
        {
            state = Corrected(state, Register() with { ResidentId = number });
        }

        state.FormerResidentIdDigests.ShouldBe([DigestOf(RightId), DigestOf(IdOf(1)), DigestOf(IdOf(2))]);
        var renamed = Corrected(state, Register() with { ResidentId = IdOf(1), Name = "张五" });
        renamed.FormerResidentIdDigests.ShouldBe(state.FormerResidentIdDigests);
    }

    [Fact]
    public void A_number_is_corrected_up_to_the_bound_because_none_may_be_forgotten()
    {
        var state = Registered();
        for (var number = 1; number <= ProfessionalLimits.FormerResidentIdsMax; number++)
        {
            state = Corrected(state, Register() with { ResidentId = IdOf(number) });
        }

        var next = Register() with { ResidentId = IdOf(ProfessionalLimits.FormerResidentIdsMax + 1) };
        Refused(state, next, ContextOf(state)).Code.ShouldBe("former-resident-ids-max");
        Corrected(state, Register() with { ResidentId = IdOf(ProfessionalLimits.FormerResidentIdsMax), Name = "张五" });
    }

    [Fact]
    public void No_kind_of_entry_crowds_out_another_and_the_first_of_each_stays()
    {
        const int Max = ProfessionalLimits.AuditEntriesOfKindMax;
        var state = Corrected(Registered(), Register() with { ResidentId = IdOf(1) });
        for (var round = 0; round <= Max; round++)
        {
            state = Corrected(state, Register() with { ResidentId = IdOf(1), Name = $"张{round}" });
        }

        state.Audit.Count(entry => entry.Action == "changed").ShouldBe(Max);
        state.Audit.Select(entry => entry.Number).Take(4).ShouldBe([1, 2, 3, 5]);
        state.Audit[^1].Number.ShouldBe(Max + 3);
        for (var round = 0; round <= Max; round++)
        {
            state = Corrected(state, Register() with { ResidentId = round % 2 == 0 ? RightId : IdOf(1) });
        }

        state.Audit.Count(entry => entry.Action is "registered" or "resident-id-changed").ShouldBe(Max);
        state.Audit.Count(entry => entry.Action == "changed").ShouldBe(Max);
        state.Audit[0].Action.ShouldBe("registered");
    }

    private static Professional Corrected(Professional state, ProfessionalCommand.Register wish) =>
        Decided(state, wish, ContextOf(state));

    private static ProfessionalContext ContextOf(Professional state) =>
        Context() with
        {
            ResidentIdDigest = state.Profile is { } profile ? DigestOf(profile.ResidentId.Value) : null,
        };

    private static string DigestOf(string residentId) => $"digest of {residentId}";

    private static string IdOf(int sequence)
    {
        var digits = $"43010219800101{sequence:000}";
        return digits + ResidentId.CheckCharacter(digits);
    }
}
