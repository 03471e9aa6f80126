using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

[Collection(nameof(DeclarationsCluster))]
public sealed class IdempotenceTests(DeclarationsFixture cluster)
{
    /// <summary>Every command of a declaration on its way; each is sent, sent again, sent to a new activation, and sent with another body.</summary>
    [Fact]
    public async Task Every_repeated_command_returns_the_first_outcome_and_another_body_is_refused()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        await ImportAsync(office, person);
        var file = Office.Filing(person, submit: false);
        var id = (
            await RepeatedAsync(
                file.Header,
                header => office.Professional(person).FileDeclarationAsync(file with { Header = header }),
                office.Professional(person)
            )
        ).DeclarationId;
        var declaration = office.Declaration(id);
        Task<DeclarationReceipt> Own(Func<CommandHeader, Task<Outcome<DeclarationReceipt>>> send) =>
            RepeatedAsync(Office.Header(person), send, declaration);
        async Task<DeclarationReceipt> Review(
            Caller reviewer,
            Func<CommandHeader, Task<Outcome<DeclarationReceipt>>> send
        )
        {
            var version = (await declaration.WhereAreYouAsync()).Version;
            return await RepeatedAsync(Office.Header(reviewer, version), send, declaration);
        }

        await Own(header => declaration.SaveHeadAsync(new SaveHead(header, Office.Head with { Note = "一" })));
        var item = await Own(header =>
            declaration.AddItemAsync(new AddItem(header, Office.Item(2023, "general", "1")))
        );
        await Own(header =>
            declaration.ChangeItemAsync(new ChangeItem(header, item.CreatedId!, Office.Item(2023, "general", "2")))
        );
        await Own(header => declaration.RemoveItemAsync(new RemoveItem(header, item.CreatedId!)));
        await Own(header =>
            declaration.ConfirmImportsAsync(new ConfirmImports(header, new ConfirmedImports(2025, ["R-1"])))
        );
        var evidence = await Own(header =>
            declaration.ReserveEvidenceAsync(new ReserveEvidence(header, 2024, "a.pdf", "application/pdf", 5))
        );
        await Own(header =>
            declaration.BindEvidenceAsync(
                new BindEvidence(header, evidence.CreatedId!, new string('a', 64), "application/pdf", 5)
            )
        );
        await Own(header => declaration.RemoveEvidenceAsync(new RemoveEvidence(header, evidence.CreatedId!)));
        await Own(header => declaration.SubmitAsync(new SubmitDeclaration(header)));
        await Own(header => declaration.WithdrawAsync(new WithdrawDeclaration(header)));
        await Own(header => declaration.SubmitAsync(new SubmitDeclaration(header)));
        await Review(
            office.EmployerReviewer,
            header => declaration.ReturnAsync(new ReturnDeclaration(header, office.Employer, "材料不清晰", []))
        );
        await Own(header => declaration.SubmitAsync(new SubmitDeclaration(header)));
        await Review(
            office.EmployerReviewer,
            header => declaration.PassAsync(new PassDeclaration(header, office.Employer, office.Department, null))
        );
        await Review(
            office.DepartmentReviewer,
            header =>
                declaration.RerouteAsync(
                    new RerouteDeclaration(header, office.Department, office.UpperDepartment, "应直接办理")
                )
        );
        await Review(
            office.UpperReviewer,
            header => declaration.PassAsync(new PassDeclaration(header, office.UpperDepartment, office.Agency, null))
        );
        await Review(
            office.Clerk,
            header => declaration.PassAsync(new PassDeclaration(header, office.Agency, null, null))
        );
        var revoked = await Review(
            office.Clerk,
            header => declaration.RevokeAsync(new RevokeRecognition(header, office.Agency, "抽查不实"))
        );
        var view = Office.Accepted(await declaration.GetAsync(person));
        view.Version.ShouldBe(revoked.Version);
        view.History.Length.ShouldBe((int)revoked.Version);
    }

    [Fact]
    public async Task A_repeated_deletion_returns_the_first_outcome()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var filed = await office.FileAsync(person, submit: false);
        var declaration = office.Declaration(filed.DeclarationId);
        var deleted = await RepeatedAsync(
            Office.Header(person),
            header => declaration.DeleteAsync(new DeleteDeclaration(header)),
            declaration
        );
        deleted.Status.ShouldBe(DeclarationStatus.Deleted);
        (await declaration.GetAsync(person)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        Office.Accepted(await office.Professional(person).GetDeclarationsAsync(person)).Declarations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_newest_64_commands_are_remembered_and_for_ever_the_one_that_opened_the_declaration()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var file = Office.Filing(person, submit: false);
        var filed = Office.Accepted(await office.Professional(person).FileDeclarationAsync(file));
        var declaration = office.Declaration(filed.DeclarationId);
        var headers = Enumerable.Range(0, 64).Select(_ => Office.Header(person)).ToList();
        foreach (var header in headers)
        {
            Office.Accepted(await declaration.SaveHeadAsync(new SaveHead(header, Office.Head)));
        }

        Office.Accepted(await office.Professional(person).FileDeclarationAsync(file)).DraftRevision.ShouldBe(1);
        Office
            .Accepted(await declaration.SaveHeadAsync(new SaveHead(headers[1], Office.Head)))
            .DraftRevision.ShouldBe(3);
        Office
            .Accepted(await declaration.SaveHeadAsync(new SaveHead(headers[0], Office.Head)))
            .DraftRevision.ShouldBe(66);
    }

    [Fact]
    public async Task A_stale_command_is_refused_with_the_present_version_and_who_decided_and_changes_nothing()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var filed = await office.FileAsync(person);
        Office.Accepted(await office.PassAsync(filed, office.EmployerReviewer, office.Employer, office.Department));
        var writes = cluster.Faults.Writes;
        var late = await office.PassAsync(filed, office.EmployerReviewer, office.Employer, office.Department);
        var refusal = late.Refusal.ShouldNotBeNull();
        refusal.Kind.ShouldBe(RefusalKind.Stale);
        refusal.Facts.ShouldNotBeNull()["version"].ShouldBe("2");
        refusal.Facts["decidedByName"].ShouldBe("李审核");
        refusal.Facts["lastAction"].ShouldBe("passed");
        var edit = await office
            .Declaration(filed.DeclarationId)
            .WithdrawAsync(new WithdrawDeclaration(Office.Header(person, filed.Version)));
        edit.Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Stale);
        cluster.Faults.Writes.ShouldBe(writes);
    }

    [Fact]
    public async Task An_edit_of_an_older_draft_is_refused()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var filed = await office.FileAsync(person, submit: false);
        var declaration = office.Declaration(filed.DeclarationId);
        var header = Office.Header(person, revision: filed.DraftRevision);
        Office.Accepted(await declaration.SaveHeadAsync(new SaveHead(header, Office.Head)));
        var late = await declaration.SaveHeadAsync(
            new SaveHead(Office.Header(person, revision: filed.DraftRevision), Office.Head)
        );
        late.Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Stale);
    }

    private static async Task<DeclarationReceipt> RepeatedAsync(
        CommandHeader header,
        Func<CommandHeader, Task<Outcome<DeclarationReceipt>>> send,
        IAddressable grain
    )
    {
        var first = Office.Accepted(await send(header));
        ShouldBeSame(Office.Accepted(await send(header)), first);
        await ClusterFixture.DeactivateAsync(grain);
        ShouldBeSame(Office.Accepted(await send(header)), first);
        (await send(header with { Fingerprint = "another body" }))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("command-id-reused");
        return first;
    }

    internal static void ShouldBeSame(DeclarationReceipt receipt, DeclarationReceipt first)
    {
        receipt.Problems.ShouldBe(first.Problems);
        receipt.ShouldBe(first with { Problems = receipt.Problems });
    }

    private static async Task ImportAsync(Office office, Caller person)
    {
        var record = new ImportedRecord("R-1", 2025, true, "师德师风", "省教育厅", 40, "2025-05-01");
        Office.Accepted(
            await office
                .Professional(person)
                .ImportHoursAsync(new ImportHours(Office.Header(Office.Platform), [record]))
        );
    }
}
