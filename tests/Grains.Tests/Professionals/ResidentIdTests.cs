using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Grains.Professionals;
using CeActors.Grains.Storage;
using CeActors.Grains.Tests.Declarations;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Professionals;

/// <summary>One resident id, one professional: whatever is registered at once, corrected, or cut off in between.</summary>
[Collection(nameof(DeclarationsCluster))]
public sealed class ResidentIdTests(DeclarationsFixture cluster)
{
    [Fact]
    public async Task A_resident_id_that_another_account_is_registered_with_is_refused_without_a_word_of_the_other()
    {
        var office = await Office.OpenAsync(cluster);
        var (holder, other) = (Office.NewCaller(), Office.NewCaller());
        var residentId = Office.NewResidentId();
        Office.Accepted(await RegisterAsync(office, holder, residentId, "王小明"));

        // Written with a small x too, where there is one.
        var refusal = (await RegisterAsync(office, other, residentId.ToLowerInvariant())).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("resident-id-taken");
        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe("/residentId");
        refusal.ToString().ShouldNotContain("王小明");
        refusal.ToString().ShouldNotContain(holder.PersonId);
        refusal.Facts.ShouldBeNull();
        (await office.Professional(other).IsRegisteredAsync()).ShouldBeFalse();
        Office.Accepted(await RegisterAsync(office, holder, residentId, "王大明")).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_accounts_that_are_registered_with_one_resident_id_at_once_one_wins()
    {
        var office = await Office.OpenAsync(cluster);
        for (var round = 0; round < 10; round++)
        {
            var residentId = Office.NewResidentId();
            Caller[] accounts = [Office.NewCaller(), Office.NewCaller(), Office.NewCaller()];
            var outcomes = await Task.WhenAll(accounts.Select(account => RegisterAsync(office, account, residentId)));

            outcomes.Count(outcome => outcome.IsAccepted).ShouldBe(1);
            foreach (var outcome in outcomes.Where(outcome => !outcome.IsAccepted))
            {
                outcome.Refusal!.Code.ShouldBeOneOf("resident-id-taken", "resident-id-under-way");
            }

            var registered = await Task.WhenAll(
                accounts.Select(account => office.Professional(account).IsRegisteredAsync())
            );
            registered.ShouldBe(outcomes.Select(outcome => outcome.IsAccepted));
        }
    }

    [Fact]
    public async Task A_corrected_resident_id_is_free_for_another_and_the_new_one_is_not()
    {
        var office = await Office.OpenAsync(cluster);
        var (first, second) = (Office.NewCaller(), Office.NewCaller());
        var (wrong, right) = (Office.NewResidentId(), Office.NewResidentId());
        Office.Accepted(await RegisterAsync(office, first, wrong));
        Office.Accepted(await RegisterAsync(office, first, right)).Version.ShouldBe(2);

        (await RegisterAsync(office, second, right)).Refusal.ShouldNotBeNull().Code.ShouldBe("resident-id-taken");
        Office.Accepted(await RegisterAsync(office, second, wrong));
        (await RegisterAsync(office, first, wrong)).Refusal.ShouldNotBeNull().Code.ShouldBe("resident-id-taken");
    }

    [Theory]
    [InlineData(WriteFault.Before)]
    [InlineData(WriteFault.AfterCommit)]
    public async Task A_registration_that_was_cut_off_after_its_reservation_holds_the_number_only_if_it_landed(
        WriteFault fault
    )
    {
        var office = await Office.OpenAsync(cluster);
        var (first, second) = (Office.NewCaller(), Office.NewCaller());
        var residentId = Office.NewResidentId();
        var register = Registration(office, residentId, "王小明");
        cluster.Faults.Arm(office.Professional(first), fault);
        await Should.ThrowAsync<Exception>(() => office.Professional(first).RegisterAsync(register));

        if (fault == WriteFault.AfterCommit)
        {
            (await RegisterAsync(office, second, residentId))
                .Refusal.ShouldNotBeNull()
                .Code.ShouldBe("resident-id-taken");
            Office.Accepted(await office.Professional(first).RegisterAsync(register));
            return;
        }

        // The number is not known to be free at first; then it is, and the cut-off registration has lost it.
        (await RegisterAsync(office, second, residentId))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("resident-id-under-way");
        await Eventually.ValueAsync(
            "the number has been given up",
            () => RegisterAsync(office, second, residentId),
            outcome => outcome.IsAccepted
        );
        (await office.Professional(first).RegisterAsync(register))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("resident-id-taken");
    }

    [Theory]
    [InlineData(WriteFault.Before)]
    [InlineData(WriteFault.AfterCommit)]
    public async Task A_registration_whose_reservation_failed_is_made_by_the_repetition(WriteFault fault)
    {
        var office = await Office.OpenAsync(cluster);
        var person = Office.NewCaller();
        var residentId = Office.NewResidentId();
        var register = Registration(office, residentId, "王小明");
        cluster.Faults.Arm(RegisterOf(residentId), fault);
        await Should.ThrowAsync<Exception>(() => office.Professional(person).RegisterAsync(register));
        (await office.Professional(person).IsRegisteredAsync()).ShouldBeFalse();

        Office.Accepted(await office.Professional(person).RegisterAsync(register));

        (await RegisterAsync(office, Office.NewCaller(), residentId))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("resident-id-taken");
    }

    [Fact]
    public async Task A_release_that_failed_leaves_a_number_that_the_next_claimant_frees()
    {
        var office = await Office.OpenAsync(cluster);
        var (first, second) = (Office.NewCaller(), Office.NewCaller());
        var (wrong, right) = (Office.NewResidentId(), Office.NewResidentId());
        Office.Accepted(await RegisterAsync(office, first, wrong));
        cluster.Faults.Arm(RegisterOf(wrong), WriteFault.Before);
        Office.Accepted(await RegisterAsync(office, first, right));

        await Eventually.ValueAsync(
            "the former number has been given up",
            () => RegisterAsync(office, second, wrong),
            outcome => outcome.IsAccepted
        );
        (await RegisterAsync(office, Office.NewCaller(), right))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("resident-id-taken");
    }

    [Fact]
    public async Task A_write_that_was_under_way_when_the_number_was_given_up_cannot_land()
    {
        var office = await Office.OpenAsync(cluster);
        var person = Office.NewCaller();
        var professional = office.Professional(person);
        var residentId = Office.NewResidentId();
        var digest = DigestOf(residentId);
        // As a second activation of the person has it: read before, reserved, and not yet written.
        var storage = cluster.SiloService<IGrainStorage>(StorageNames.State);
        var late = new GrainState<ProfessionalDocument>();
        await storage.ReadStateAsync("professional", professional.GetGrainId(), late);
        var reserved = Office.Accepted(
            await RegisterOf(residentId).ReserveAsync(new ResidentIdWish(digest, person.PersonId, 0))
        );
        (await RegisterAsync(office, Office.NewCaller(), residentId)).IsAccepted.ShouldBeFalse();
        var other = Office.NewCaller();
        await Eventually.ValueAsync(
            "the number has been given up",
            () => RegisterAsync(office, other, residentId),
            outcome => outcome.IsAccepted
        );

        late.State = new ProfessionalDocument
        {
            PersonId = person.PersonId,
            Registration = new RegistrationPart
            {
                Name = "王小明",
                ResidentId = residentId,
                EmployerCode = office.Employer,
                ReservedAs = reserved.Number,
                Version = 1,
            },
        };
        await Should.ThrowAsync<InconsistentStateException>(() =>
            storage.WriteStateAsync("professional", professional.GetGrainId(), late)
        );
        (await professional.IsRegisteredAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_registration_that_is_older_than_the_register_is_reserved_when_it_is_made_again()
    {
        var office = await Office.OpenAsync(cluster);
        var person = Office.NewCaller();
        var professional = office.Professional(person);
        var residentId = Office.NewResidentId();
        Office.Accepted(await RegisterAsync(office, person, residentId));
        var storage = cluster.SiloService<IGrainStorage>(StorageNames.State);
        var old = new GrainState<ProfessionalDocument>();
        await storage.ReadStateAsync("professional", professional.GetGrainId(), old);
        var registration = old.State.ShouldNotBeNull().Registration.ShouldNotBeNull();
        var number = registration.ReservedAs;
        number.ShouldBeGreaterThan(0);
        await RegisterOf(residentId).ReleaseAsync(DigestOf(residentId), person.PersonId, number);
        await ClusterFixture.DeactivateAsync(professional);
        old.State = old.State with { Registration = registration with { ReservedAs = 0 } };
        await storage.WriteStateAsync("professional", professional.GetGrainId(), old);

        // The same entry again, which changes nothing else.
        Office.Accepted(await RegisterAsync(office, person, residentId)).Version.ShouldBe(1);

        (await RegisterAsync(office, Office.NewCaller(), residentId))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("resident-id-taken");
    }

    private IResidentRegister RegisterOf(string residentId) =>
        cluster.Grains.GetGrain<IResidentRegister>(ResidentRegister.KeyOf(DigestOf(residentId)));

    private static string DigestOf(string residentId) =>
        ResidentId.TryParse(residentId, DateOnly.MaxValue)!.RegisterDigest;

    private static RegisterProfessional Registration(Office office, string residentId, string name) =>
        new(Office.Header(Office.Administrator), name, residentId, office.Employer, "讲师");

    private static Task<Outcome<ProfessionalSummary>> RegisterAsync(
        Office office,
        Caller person,
        string residentId,
        string name = "王小明"
    ) => office.Professional(person).RegisterAsync(Registration(office, residentId, name));
}
