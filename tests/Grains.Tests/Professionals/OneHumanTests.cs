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
