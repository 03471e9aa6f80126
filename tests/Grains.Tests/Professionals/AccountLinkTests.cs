using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Grains.Tests.Declarations;
using Shouldly;
using Xunit;
using static CeActors.Grains.Tests.Professionals.Links;

namespace CeActors.Grains.Tests.Professionals;

/// <summary>Who links an account to the professional that its human is, and what a linked account may no longer be.</summary>
[Collection(nameof(DeclarationsCluster))]
public sealed class AccountLinkTests(DeclarationsFixture cluster)
{
    [Fact]
    public async Task A_linked_account_files_nothing_and_is_never_registered_so_that_the_link_looks_both_ways()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var account = Office.NewCaller();
        Office.Accepted(await SetAsync(office, office.Employer, account, person));
        await ClusterFixture.DeactivateAsync(office.Professional(account));

        (await office.Professional(account).FileDeclarationAsync(Office.Filing(account)))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("account-linked");
        (await office.RegisterAsync(account, "王小明")).Refusal.ShouldNotBeNull().Code.ShouldBe("account-linked");
        (await office.Professional(account).IsRegisteredAsync()).ShouldBeFalse();

        // Cut by the registry, it is an account like any other.
        Office.Accepted(await SetAsync(office, office.Employer, account, account));
        (await office.RegisterAsync(account, "王小明")).Refusal.ShouldBeNull();
        await office.FileAsync(account);
    }

    [Fact]
    public async Task An_account_that_declares_for_itself_is_not_linked_to_another_and_a_linked_one_is_nobodys_natural_person()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var declares = await office.HireAsync();
        await office.FileAsync(declares);

        var refusal = (await SetAsync(office, office.Employer, declares, person)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("account-registered");
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe("/naturalPersonId");
        var linked = Office.NewCaller();
        Office.Accepted(await SetAsync(office, office.Employer, linked, person));
        (await SetAsync(office, office.Employer, Office.NewCaller(), linked))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("natural-person-unknown");
        (await office.Unit(office.Employer).GetAsync(Office.Administrator)).Value!.Members.ShouldNotContain(member =>
            member.PersonId == declares.PersonId
        );
    }

    [Fact]
    public async Task A_link_is_changed_and_cut_by_the_registry_alone_in_whichever_unit_it_is_tried()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var other = await office.HireAsync();
        var account = Office.NewCaller();
        var elsewhere = Administrator(office, office.Department);
        await office.AddMemberAsync(office.Department, elsewhere, UnitRoles.Administrator);
        Office.Accepted(await SetAsync(office, office.Employer, account, person));

        foreach (var natural in (Caller[])[other, account])
        {
            (await SetAsync(office, office.Department, account, natural, elsewhere))
                .Refusal.ShouldNotBeNull()
                .Code.ShouldBe("natural-person-locked");
        }

        (await office.Professional(account).GetNaturalPersonAsync()).ShouldBe(person.PersonId);
        Office.Accepted(await SetAsync(office, office.Department, account, other));
        (await office.Professional(account).GetNaturalPersonAsync()).ShouldBe(other.PersonId);
        Office.Accepted(await SetAsync(office, office.Department, account, account));
        (await office.Professional(account).GetNaturalPersonAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("the linked account", 0)]
    [InlineData("the professional", 1)]
    [InlineData("another account of theirs", 2)]
    public async Task An_administrator_of_the_registry_does_not_cut_or_change_a_link_of_their_own(
        string who,
        int subject
    )
    {
        var office = await Office.OpenAsync(cluster);
        var administrator = new Caller(ClusterFixture.PersonIdOf(ClusterFixture.OtherAdministratorSubjects[subject]));
        var person = await office.HireAsync();
        var other = await office.HireAsync();
        var account = Office.NewCaller();
        if (who == "the linked account")
        {
            account = administrator;
        }
        else if (who == "the professional")
        {
            person = administrator;
            (await office.RegisterAsync(administrator, "王小明")).Refusal.ShouldBeNull();
        }
        else
        {
            Office.Accepted(await SetAsync(office, office.Department, administrator, person));
        }

        Office.Accepted(await SetAsync(office, office.Employer, account, person));
        foreach (var natural in (Caller[])[account, other])
        {
            foreach (var unit in (string[])[office.Employer, office.Department])
            {
                (await SetAsync(office, unit, account, natural, administrator))
                    .Refusal.ShouldNotBeNull()
                    .Code.ShouldBe("natural-person-own");
            }
        }

        // Leaving it out keeps it, and removing the member does not take it away.
        Office.Accepted(await SetAsync(office, office.Employer, account, null, administrator));
        Office.Accepted(
            await office
                .Unit(office.Employer)
                .RemoveMemberAsync(new RemoveMember(Office.Header(administrator), account.PersonId))
        );
        Office
            .Accepted(await SetAsync(office, office.Employer, account, null, administrator))
            .Members.Single(member => member.PersonId == account.PersonId)
            .NaturalPersonId.ShouldBe(person.PersonId);
        (await office.Professional(account).GetNaturalPersonAsync()).ShouldBe(person.PersonId);

        // Another administrator may.
        Office.Accepted(await SetAsync(office, office.Employer, account, account));
        (await office.Professional(account).GetNaturalPersonAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_units_administrator_makes_no_link_and_learns_nothing_by_trying_and_dismisses_whom_another_has_linked()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var administrator = Administrator(office, office.Employer);
        await office.AddMemberAsync(office.Employer, administrator, UnitRoles.Administrator);
        var stranger = Office.NewCaller();

        foreach (
            var (account, natural) in ((Caller, Caller)[])
                [(stranger, person), (stranger, Office.NewCaller()), (person, stranger)]
        )
        {
            (await SetAsync(office, office.Employer, account, natural, administrator))
                .Refusal.ShouldNotBeNull()
                .Code.ShouldBe("natural-person-locked");
        }

        (await office.RegisterAsync(stranger, "王小明")).Refusal.ShouldBeNull();
        var linked = Office.NewCaller();
        Office.Accepted(await SetAsync(office, office.Department, linked, person));
        Office.Accepted(await SetAsync(office, office.Employer, linked, null, administrator));
        Office.Accepted(await SetAsync(office, office.Employer, linked, person, administrator));
        Office
            .Accepted(
                await office
                    .Unit(office.Employer)
                    .RemoveMemberAsync(new RemoveMember(Office.Header(administrator), linked.PersonId))
            )
            .Members.ShouldNotContain(member => member.PersonId == linked.PersonId);
        (await office.Professional(linked).GetNaturalPersonAsync()).ShouldBe(person.PersonId);
    }

    [Fact]
    public async Task Of_a_link_and_a_registration_of_one_account_at_the_same_time_one_wins()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        for (var round = 0; round < 10; round++)
        {
            var account = Office.NewCaller();
            var linking = SetAsync(office, office.Employer, account, person);
            var registering = office.RegisterAsync(account, "王小明");
            await Task.WhenAll(linking, registering);

            var (linked, registered) = (await linking, await registering);
            linked.IsAccepted.ShouldNotBe(registered.IsAccepted);
            (linked.Refusal?.Code ?? registered.Refusal!.Code).ShouldBeOneOf("account-registered", "account-linked");
            (await office.Professional(account).IsRegisteredAsync()).ShouldBe(registered.IsAccepted);
            (await office.Professional(account).GetNaturalPersonAsync()).ShouldBe(
                linked.IsAccepted ? person.PersonId : null
            );
        }
    }

    [Theory]
    [InlineData(WriteFault.Before)]
    [InlineData(WriteFault.AfterCommit)]
    public async Task A_link_whose_write_failed_is_not_acknowledged_and_made_by_the_repetition(WriteFault fault)
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var account = Office.NewCaller();
        var set = new SetMember(
            Office.Header(Office.Administrator),
            account.PersonId,
            "李审核",
            UnitRoles.Reviewer,
            person.PersonId
        );
        cluster.Faults.Arm(office.Professional(account), fault);

        await Should.ThrowAsync<Exception>(() => office.Unit(office.Employer).SetMemberAsync(set));
        (await office.Unit(office.Employer).GetAsync(Office.Administrator)).Value!.Members.ShouldNotContain(member =>
            member.PersonId == account.PersonId
        );

        Office.Accepted(await office.Unit(office.Employer).SetMemberAsync(set));
        (await office.Professional(account).GetNaturalPersonAsync()).ShouldBe(person.PersonId);
    }
}
