using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Tests.Declarations;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Professionals;

/// <summary>Two accounts of one human: neither decides on what is the human's, in whichever unit and however they came to be there.</summary>
[Collection(nameof(DeclarationsCluster))]
public sealed class OneHumanTests(DeclarationsFixture cluster)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_made_in_one_unit_holds_in_every_other_whichever_came_first(bool isMemberElsewhereFirst)
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var account = Office.NewCaller();
        var elsewhere = Administrator(office, office.Department);
        await office.AddMemberAsync(office.Department, elsewhere, UnitRoles.Administrator);
        if (isMemberElsewhereFirst)
        {
            Office.Accepted(await SetAsync(office, office.Department, account, null, elsewhere));
            Office.Accepted(await SetAsync(office, office.Employer, account, person));
        }
        else
        {
            Office.Accepted(await SetAsync(office, office.Employer, account, person));
            Office
                .Accepted(await SetAsync(office, office.Department, account, null, elsewhere))
                .Members.Single(member => member.PersonId == account.PersonId)
                .NaturalPersonId.ShouldBe(person.PersonId);
        }

        var atDepartment = Office.Accepted(
            await office.PassAsync(
                await office.FileAsync(person),
                office.EmployerReviewer,
                office.Employer,
                office.Department
            )
        );

        await RequireOwnAsync(office, atDepartment, account, office.Department, office.Agency);
        var header = Office.Header(account, atDepartment.Version);
        var declaration = office.Declaration(atDepartment.DeclarationId);
        (await declaration.ReturnAsync(new ReturnDeclaration(header, office.Department, "材料不清晰", [])))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("own-declaration");
        (
            await declaration.RerouteAsync(
                new RerouteDeclaration(header, office.Department, office.UpperDepartment, "送错单位")
            )
        )
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("own-declaration");
        (await declaration.WhereAreYouAsync()).Version.ShouldBe(atDepartment.Version);
        Office.Accepted(
            await office.PassAsync(atDepartment, office.DepartmentReviewer, office.Department, office.Agency)
        );
    }

    [Fact]
    public async Task An_agencys_linked_account_neither_recognises_nor_revokes_singly_or_in_a_batch()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var account = Office.NewCaller();
        await office.AddMemberAsync(office.Agency, account, UnitRoles.Clerk | UnitRoles.Auditor);
        Office.Accepted(await SetAsync(office, office.Employer, account, person));
        var atAgency = await office.BringToAgencyAsync(await office.FileAsync(person));

        await RequireOwnAsync(office, atAgency, account, office.Agency, null);
        var batch = cluster.Grains.GetGrain<IBatchReview>($"batch-{Guid.NewGuid():N}");
        Office.Accepted(
            await batch.StartAsync(
                new StartBatch(
                    Office.Header(account),
                    office.Agency,
                    [new BatchItem(atAgency.DeclarationId, atAgency.Version)],
                    true,
                    null
                )
            )
        );
        var outcome = await Eventually.ValueAsync(
            "the batch is finished",
            async () =>
            {
                cluster.Time.Advance(TimeSpan.FromSeconds(1));
                return Office.Accepted(await batch.GetAsync(account));
            },
            progress => progress.IsFinished
        );
        outcome.Outcomes.Single().Refusal.ShouldNotBeNull().Code.ShouldBe("own-declaration");

        var recognised = Office.Accepted(await office.PassAsync(atAgency, office.Clerk, office.Agency, null));
        (
            await office
                .Declaration(recognised.DeclarationId)
                .RevokeAsync(new RevokeRecognition(Office.Header(account, recognised.Version), office.Agency, "不实"))
        )
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("own-declaration");
    }

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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_registered_with_the_number_that_a_declaration_was_filed_under_decides_nothing_on_it(
        bool isByLink
    )
    {
        var office = await Office.OpenAsync(cluster);
        var (former, corrected) = (Office.NewResidentId(), Office.NewResidentId());
        var (declarant, second) = (Office.NewCaller(), Office.NewCaller());
        Office.Accepted(await RegisterAsync(office, declarant, former));
        var atAgency = await office.BringToAgencyAsync(await office.FileAsync(declarant));
        Office.Accepted(await RegisterAsync(office, declarant, corrected));
        Office.Accepted(await RegisterAsync(office, second, former));
        var reviewer = isByLink ? Office.NewCaller() : second;
        if (isByLink)
        {
            Office.Accepted(await SetAsync(office, office.Employer, reviewer, second));
        }

        await office.AddMemberAsync(office.Agency, reviewer, UnitRoles.Clerk | UnitRoles.Auditor);

        // What is stored says it, whichever activation reads it.
        await ClusterFixture.DeactivateAsync(office.Declaration(atAgency.DeclarationId));
        await RequireOwnAsync(office, atAgency, reviewer, office.Agency, null);
        (
            await office
                .Declaration(atAgency.DeclarationId)
                .ReturnAsync(
                    new ReturnDeclaration(Office.Header(reviewer, atAgency.Version), office.Agency, "材料不清晰", [])
                )
        )
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("own-declaration");
        var recognised = Office.Accepted(await office.PassAsync(atAgency, office.Clerk, office.Agency, null));
        (
            await office
                .Declaration(recognised.DeclarationId)
                .RevokeAsync(new RevokeRecognition(Office.Header(reviewer, recognised.Version), office.Agency, "不实"))
        )
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("own-declaration");

        // Others' declarations are theirs to decide on.
        var others = await office.BringToAgencyAsync(await office.FileAsync(await office.HireAsync()));
        Office.Accepted(await office.PassAsync(others, reviewer, office.Agency, null));
    }

    [Fact]
    public async Task What_is_submitted_again_is_of_the_number_that_its_person_has_by_then()
    {
        var office = await Office.OpenAsync(cluster);
        var (former, corrected) = (Office.NewResidentId(), Office.NewResidentId());
        var (declarant, second) = (Office.NewCaller(), Office.NewCaller());
        Office.Accepted(await RegisterAsync(office, declarant, former));
        var filed = await office.FileAsync(declarant, submit: false);
        Office.Accepted(await RegisterAsync(office, declarant, corrected));
        Office.Accepted(await RegisterAsync(office, second, former));
        var submitted = Office.Accepted(
            await office
                .Declaration(filed.DeclarationId)
                .SubmitAsync(
                    new SubmitDeclaration(Office.Header(declarant, filed.Version, revision: filed.DraftRevision))
                )
        );
        await office.AddMemberAsync(office.Employer, second, UnitRoles.Reviewer);

        Office.Accepted(await office.PassAsync(submitted, second, office.Employer, office.Department));
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

    private static Task<Outcome<Contracts.Professionals.ProfessionalSummary>> RegisterAsync(
        Office office,
        Caller person,
        string residentId
    ) =>
        office
            .Professional(person)
            .RegisterAsync(new(Office.Header(Office.Administrator), "王小明", residentId, office.Employer, "讲师"));

    private async Task RequireOwnAsync(
        Office office,
        DeclarationReceipt at,
        Caller account,
        string unit,
        string? next
    ) => (await office.PassAsync(at, account, unit, next)).Refusal.ShouldNotBeNull().Code.ShouldBe("own-declaration");

    private static Caller Administrator(Office office, string unit) =>
        new(ClusterFixture.PersonIdOf($"administrator-of-{unit}-{office.Employer}"));

    private static Task<Outcome<UnitView>> SetAsync(
        Office office,
        string unit,
        Caller account,
        Caller? natural,
        Caller? by = null
    ) =>
        office
            .Unit(unit)
            .SetMemberAsync(
                new SetMember(
                    Office.Header(by ?? Office.Administrator),
                    account.PersonId,
                    "李审核",
                    UnitRoles.Reviewer,
                    natural?.PersonId
                )
            );
}
