using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Statements;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

[Collection(nameof(DeclarationsCluster))]
public sealed class WholeStoryTests(DeclarationsFixture cluster)
{
    [Fact]
    public async Task A_declaration_goes_from_a_draft_to_a_statement_that_anyone_can_verify()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        await ImportAsync(office, person);
        var draft = Office.Accepted(
            await office
                .Professional(person)
                .FileDeclarationAsync(
                    new FileDeclaration(Office.Header(person), new DraftHead { Phone = "abc" }, [], [], false)
                )
        );
        draft.Status.ShouldBe(DeclarationStatus.Draft);
        draft.Problems.ShouldNotBeEmpty();

        var submitted = await FillAndSubmitAsync(office, person, draft.DeclarationId);
        submitted.HolderUnitCode.ShouldBe(office.Employer);
        var returned = Office.Accepted(
            await office
                .Declaration(draft.DeclarationId)
                .ReturnAsync(
                    new ReturnDeclaration(
                        Office.Header(office.EmployerReviewer, submitted.Version),
                        office.Employer,
                        "材料不清晰",
                        []
                    )
                )
        );
        returned.Status.ShouldBe(DeclarationStatus.Returned);
        var again = Office.Accepted(
            await office
                .Declaration(draft.DeclarationId)
                .SubmitAsync(new SubmitDeclaration(Office.Header(person, returned.Version)))
        );
        var atAgency = await office.BringToAgencyAsync(again);
        var recognised = Office.Accepted(await office.PassAsync(atAgency, office.Clerk, office.Agency, null));
        recognised.Status.ShouldBe(DeclarationStatus.Recognised);
        recognised.HolderUnitCode.ShouldBeNull();

        var view = Office.Accepted(await office.Declaration(draft.DeclarationId).GetAsync(person));
        view.History.Select(entry => entry.Version)
            .ShouldBe(Enumerable.Range(1, (int)recognised.Version).Select(v => (long)v));
        view.History.Select(entry => entry.Action)
            .ShouldBe(["created", "submitted", "returned", "submitted", "passed", "passed", "recognised"]);
        view.History.ShouldAllBe(entry => entry.RuleSetVersion == "load-test.1");
        view.Declarant.MaskedResidentId.ShouldContain("****");

        var hours = Office.Accepted(await office.Professional(person).GetRecognisedHoursAsync(person, null, null));
        hours.Years.Select(year => year.Summary.Year).ShouldBe([2024, 2025]);
        var statement = Office.Accepted(
            await office.Professional(person).IssueStatementAsync(new IssueStatement(Office.Header(person), 2022, 2026))
        );
        statement
            .Content.Years.Select(year => year.Summary.TotalTargetQuarterHours)
            .ShouldAllBe(quarters => quarters == 360);
        var verified = Office.Accepted(
            await office.Grains.GetGrain<IStatement>(statement.Content.Number).VerifyAsync(statement.Content.Code)
        );
        verified.IsRevoked.ShouldBeFalse();
        verified.MaskedName.ShouldBe("王**");
        verified.Digest.ShouldBe(statement.Digest);
    }

    private static async Task ImportAsync(Office office, Caller person)
    {
        var record = new ImportedRecord("R-1", 2025, true, "师德师风", "省教育厅", 40, "2025-05-01");
        var receipt = Office.Accepted(
            await office
                .Professional(person)
                .ImportHoursAsync(new ImportHours(Office.Header(Office.Platform), [record]))
        );
        receipt.ShouldBe(new ImportReceipt(1, 0));
    }

    private static async Task<DeclarationReceipt> FillAndSubmitAsync(Office office, Caller person, string id)
    {
        var declaration = office.Declaration(id);
        Office.Accepted(await declaration.SaveHeadAsync(new SaveHead(Office.Header(person), Office.Head)));
        var added = Office.Accepted(
            await declaration.AddItemAsync(new AddItem(Office.Header(person), Office.Item(2024, "general", "29")))
        );
        Office.Accepted(
            await declaration.ChangeItemAsync(
                new ChangeItem(Office.Header(person), added.CreatedId!, Office.Item(2024, "general", "30"))
            )
        );
        Office.Accepted(
            await declaration.AddItemAsync(new AddItem(Office.Header(person), Office.Item(2024, "professional", "60")))
        );
        var reserved = Office.Accepted(
            await declaration.ReserveEvidenceAsync(
                new ReserveEvidence(Office.Header(person), 2024, "证书.pdf", "application/pdf", 100)
            )
        );
        Office.Accepted(
            await declaration.BindEvidenceAsync(
                new BindEvidence(
                    Office.Header(person),
                    reserved.CreatedId!,
                    new string('a', 64),
                    "application/pdf",
                    100
                )
            )
        );
        var confirmed = Office.Accepted(
            await declaration.ConfirmImportsAsync(
                new ConfirmImports(Office.Header(person), new ConfirmedImports(2025, ["R-1"]))
            )
        );
        confirmed.Problems.ShouldBeEmpty();
        confirmed.Version.ShouldBe(1);
        return Office.Accepted(
            await declaration.SubmitAsync(new SubmitDeclaration(Office.Header(person, confirmed.Version)))
        );
    }
}
