using CeActors.AzureStorage;
using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Grains.Storage;
using CeActors.Grains.Tests.Declarations;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Professionals;

[Collection(nameof(DeclarationsCluster))]
public sealed class FilingTests(DeclarationsFixture cluster)
{
    [Fact]
    public void Grains_and_storage_mean_the_same_hint() =>
        StorageHints.BelievedAbsent.ShouldBe(GrainStorageHints.BelievedAbsent);

    [Fact]
    public async Task A_refused_filing_blocks_nobody()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var wrong = Office.Filing(person) with { Items = [] };
        var refused = (await office.Professional(person).FileDeclarationAsync(wrong)).Refusal.ShouldNotBeNull();
        refused.Kind.ShouldBe(RefusalKind.Invalid);
        refused.Problems.ShouldNotBeEmpty();
        Office.Accepted(await office.Professional(person).GetDeclarationsAsync(person)).Declarations.ShouldBeEmpty();
        (await office.FileAsync(person)).Status.ShouldBe(DeclarationStatus.PendingEmployer);
    }

    [Fact]
    public async Task A_refused_filing_blocks_nobody_also_when_its_grain_was_forgotten()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var wrong = Office.Filing(person) with { Items = [] };
        (await office.Professional(person).FileDeclarationAsync(wrong)).IsAccepted.ShouldBeFalse();
        await ClusterFixture.DeactivateAsync(office.Professional(person));
        Office.Accepted(await office.Professional(person).FileDeclarationAsync(Office.Filing(person)));
    }

    [Fact]
    public async Task The_mended_body_goes_under_the_same_command_id_that_was_refused()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var file = Office.Filing(person);
        (await office.Professional(person).FileDeclarationAsync(file with { Items = [] })).IsAccepted.ShouldBeFalse();
        Office.Accepted(await office.Professional(person).FileDeclarationAsync(file));
    }

    [Fact]
    public async Task A_repeated_filing_meets_its_declaration_also_after_a_change_of_employer()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var file = Office.Filing(person);
        var first = Office.Accepted(await office.Professional(person).FileDeclarationAsync(file));
        for (var other = 0; other < 4; other++)
        {
            // Among several employers one is in another bucket.
            var elsewhere = await Office.OpenAsync(cluster);
            Office.Accepted(await office.RegisterAsync(person, "王小明", employer: elsewhere.Employer));
            IdempotenceTests.ShouldBeSame(
                Office.Accepted(await office.Professional(person).FileDeclarationAsync(file)),
                first
            );
        }
    }

    [Fact]
    public async Task A_recognised_year_is_not_filed_again_and_a_deleted_draft_makes_room()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        await office.RecogniseAsync(person, 2024);
        var again = await office.Professional(person).FileDeclarationAsync(Office.Filing(person, year: 2024));
        again.Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Invalid);
        var draft = await office.FileAsync(person, submit: false, year: 2023);
        Office.Accepted(
            await office
                .Declaration(draft.DeclarationId)
                .DeleteAsync(new DeleteDeclaration(Office.Header(person, draft.Version)))
        );
        await office.FileAsync(person, year: 2023);
        Office.Accepted(await office.Professional(person).GetDeclarationsAsync(person)).Declarations.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Only_the_registered_can_file()
    {
        var office = await Office.OpenAsync(cluster);
        var person = Office.NewCaller();
        (await office.Professional(person).FileDeclarationAsync(Office.Filing(person)))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("professional-not-registered");
        (await office.Professional(person).GetFilingContextAsync("000-abcdefghijklmnopqrstuvwxyz")).ShouldBeNull();
    }
}
