using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Grains.Tests.Declarations;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Professionals;

[Collection(nameof(DeclarationsCluster))]
public sealed class RegistrationTests(DeclarationsFixture cluster)
{
    [Fact]
    public async Task A_repeated_registration_returns_the_first_outcome_and_does_not_undo_a_later_one()
    {
        var office = await Office.OpenAsync(cluster);
        var person = Office.NewCaller();
        var residentId = Office.NewResidentId();
        Task<Outcome<ProfessionalSummary>> Register(CommandHeader header, string name) =>
            office
                .Professional(person)
                .RegisterAsync(new RegisterProfessional(header, name, residentId, office.Employer, "讲师"));
        var header = Office.Header(Office.Administrator);
        var first = Office.Accepted(await Register(header, "王小明"));
        var same = Office.Header(Office.Administrator);
        Office.Accepted(await Register(same, "王小明")).ShouldBe(first);
        Office.Accepted(await Register(Office.Header(Office.Administrator), "王大明")).Version.ShouldBe(2);

        await ClusterFixture.DeactivateAsync(office.Professional(person));

        Office.Accepted(await Register(header, "王小明")).ShouldBe(first);
        Office.Accepted(await Register(same, "王小明")).ShouldBe(first);
        Office.Accepted(await office.Professional(person).GetProfileAsync(person)).Name.ShouldBe("王大明");
        (await Register(header with { Fingerprint = "another" }, "王二明"))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("command-id-reused");
        (await Register(header with { CommandId = "short" }, "王二明"))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("command-id-malformed");
    }

    [Fact]
    public async Task A_summary_never_holds_the_whole_id_number()
    {
        var office = await Office.OpenAsync(cluster);
        var person = Office.NewCaller();
        var residentId = Office.NewResidentId();
        var register = new RegisterProfessional(
            Office.Header(Office.Administrator),
            "王小明",
            residentId,
            office.Employer,
            null
        );
        var summary = Office.Accepted(await office.Professional(person).RegisterAsync(register));
        summary.MaskedResidentId.ShouldBe($"{residentId[..4]}**********{residentId[14..]}");
        summary.IsPublicInstitution.ShouldBeTrue();
        summary.Employer.Name.ShouldBe("长沙市第一中学");
    }

    [Fact]
    public async Task Only_administrators_register_and_only_the_platform_imports()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        (await office.RegisterAsync(person, "王小明", Office.Header(person)))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.Forbidden);
        (await office.Professional(person).ImportHoursAsync(new ImportHours(Office.Header(person), [Record("R-1")])))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task An_import_counts_what_is_new_and_a_repetition_counts_the_same_again()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var professional = office.Professional(person);
        var header = Office.Header(Office.Platform);
        Office
            .Accepted(await professional.ImportHoursAsync(new ImportHours(header, [Record("R-1")])))
            .ShouldBe(new ImportReceipt(1, 0));
        Office
            .Accepted(
                await professional.ImportHoursAsync(
                    new ImportHours(Office.Header(Office.Platform), [Record("R-1"), Record("R-2")])
                )
            )
            .ShouldBe(new ImportReceipt(1, 1));
        Office
            .Accepted(await professional.ImportHoursAsync(new ImportHours(header, [Record("R-1")])))
            .ShouldBe(new ImportReceipt(1, 0));
        var rows = Office.Accepted(await professional.GetImportedHoursAsync(person, 2025)).Rows;
        rows.Select(row => row.Record).ShouldBe([Record("R-1"), Record("R-2")]);
        rows.ShouldAllBe(row => row.UsedByDeclarationId == null);
        Office.Accepted(await professional.GetImportedHoursAsync(person, 2024)).Rows.ShouldBeEmpty();
    }

    private static ImportedRecord Record(string id) => new(id, 2025, true, "师德师风", "省教育厅", 40, "2025-05-01");
}
