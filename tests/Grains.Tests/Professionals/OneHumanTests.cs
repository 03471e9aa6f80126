using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Tests.Declarations;
using Shouldly;
using Xunit;
using static CeActors.Grains.Tests.Professionals.Links;

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

    /// <summary>How one administrator of the registry alone would bring a number between the declarant and whoever decides.</summary>
    public static TheoryData<string> Detours =>
        new()
        {
            "the reviewer had it between",
            "the reviewer had it before",
            "the reviewer is linked to who had it between",
            "the reviewer is linked to who had it before",
            "the reviewer corrected their own and gave it to the declarant",
            "the declarant was corrected before the submission",
        };

    [Theory]
    [MemberData(nameof(Detours))]
    public async Task Who_ever_had_a_number_of_the_declarant_decides_nothing_at_any_station(string detour)
    {
        var office = await Office.OpenAsync(cluster);
        var (number, second, third) = (Office.NewResidentId(), Office.NewResidentId(), Office.NewResidentId());
        var (declarant, holder) = (Office.NewCaller(), Office.NewCaller());
        var reviewer = detour.Contains("linked") ? Office.NewCaller() : holder;
        DeclarationReceipt filed;
        switch (detour)
        {
            case "the declarant was corrected before the submission":
                Office.Accepted(await RegisterAsync(office, declarant, number));
                Office.Accepted(await RegisterAsync(office, declarant, second));
                Office.Accepted(await RegisterAsync(office, holder, number));
                filed = await office.FileAsync(declarant);
                break;
            case "the reviewer had it between" or "the reviewer is linked to who had it between":
                Office.Accepted(await RegisterAsync(office, declarant, number));
                filed = await office.FileAsync(declarant);
                Office.Accepted(await RegisterAsync(office, declarant, second));
                Office.Accepted(await RegisterAsync(office, holder, number));
                Office.Accepted(await RegisterAsync(office, holder, third));
                break;
            default:
                Office.Accepted(await RegisterAsync(office, holder, number));
                Office.Accepted(await RegisterAsync(office, holder, third));
                Office.Accepted(await RegisterAsync(office, declarant, number));
                filed = await office.FileAsync(declarant);
                break;
        }

        if (reviewer != holder)
        {
            Office.Accepted(await SetAsync(office, office.UpperDepartment, reviewer, holder));
        }

        await office.AddMemberAsync(office.Employer, reviewer, UnitRoles.Reviewer);
        await office.AddMemberAsync(office.Department, reviewer, UnitRoles.Reviewer);
        await office.AddMemberAsync(office.Agency, reviewer, UnitRoles.Clerk | UnitRoles.Auditor);
        await ClusterFixture.DeactivateAsync(office.Professional(holder));
        await ClusterFixture.DeactivateAsync(office.Declaration(filed.DeclarationId));

        await RequireOwnAsync(office, filed, reviewer, office.Employer, office.Department);
        await RequireNotReturnedAsync(office, filed, reviewer, office.Employer);
        var atDepartment = Office.Accepted(
            await office.PassAsync(filed, office.EmployerReviewer, office.Employer, office.Department)
        );
        await RequireOwnAsync(office, atDepartment, reviewer, office.Department, office.Agency);
        var atAgency = Office.Accepted(
            await office.PassAsync(atDepartment, office.DepartmentReviewer, office.Department, office.Agency)
        );
        await RequireOwnAsync(office, atAgency, reviewer, office.Agency, null);
        await RequireNotReturnedAsync(office, atAgency, reviewer, office.Agency);
        var recognised = Office.Accepted(await office.PassAsync(atAgency, office.Clerk, office.Agency, null));
        (
            await office
                .Declaration(recognised.DeclarationId)
                .RevokeAsync(new RevokeRecognition(Office.Header(reviewer, recognised.Version), office.Agency, "不实"))
        )
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("own-declaration");
    }

    [Fact]
    public async Task What_is_submitted_again_is_of_every_number_that_its_person_had_by_then()
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

        await RequireOwnAsync(office, submitted, second, office.Employer, office.Department);
        Office.Accepted(await office.PassAsync(submitted, office.EmployerReviewer, office.Employer, office.Department));
    }

    private static async Task RequireNotReturnedAsync(
        Office office,
        DeclarationReceipt at,
        Caller account,
        string unit
    ) =>
        (
            await office
                .Declaration(at.DeclarationId)
                .ReturnAsync(new ReturnDeclaration(Office.Header(account, at.Version), unit, "材料不清晰", []))
        )
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("own-declaration");

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
}
