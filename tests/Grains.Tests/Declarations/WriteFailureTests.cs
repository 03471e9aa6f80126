using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Statements;
using CeActors.Domain.Identity;
using CeActors.Grains.Professionals;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

[Collection(nameof(DeclarationsCluster))]
public sealed class WriteFailureTests(DeclarationsFixture cluster)
{
    [Theory]
    [InlineData(WriteFault.Before)]
    [InlineData(WriteFault.AfterCommit)]
    public async Task A_movement_whose_write_failed_is_answered_with_the_truth_when_it_is_repeated(WriteFault fault)
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var filed = await office.FileAsync(person);
        var declaration = office.Declaration(filed.DeclarationId);
        var pass = new PassDeclaration(
            Office.Header(office.EmployerReviewer, filed.Version),
            office.Employer,
            office.Department,
            null
        );

        cluster.Faults.Arm(declaration, fault);
        await Should.ThrowAsync<Exception>(() => declaration.PassAsync(pass));
        var between = await declaration.WhereAreYouAsync();
        between.Version.ShouldBe(fault == WriteFault.Before ? 1 : 2);

        var first = Office.Accepted(await declaration.PassAsync(pass));
        first.Version.ShouldBe(2);
        first.HolderUnitCode.ShouldBe(office.Department);
        Office.Accepted(await declaration.PassAsync(pass)).Version.ShouldBe(2);
        var view = Office.Accepted(await declaration.GetAsync(person));
        view.History.Select(entry => entry.Action).ShouldBe(["submitted", "passed"]);
        (await QueueRowsInStorage.HoldersAsync(cluster, filed.DeclarationId)).ShouldBe([office.Department]);
    }

    [Theory]
    [InlineData(WriteFault.Before)]
    [InlineData(WriteFault.AfterCommit)]
    public async Task A_filing_whose_write_failed_comes_into_being_once(WriteFault fault)
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var professional = office.Professional(person);
        var file = Office.Filing(person);
        var other = Office.Filing(person);

        cluster.Faults.Arm(professional, fault);
        await Should.ThrowAsync<Exception>(() => professional.FileDeclarationAsync(file));
        cluster.Faults.Arm(DeclarationOf(office, person, file), fault);
        await Should.ThrowAsync<Exception>(() => professional.FileDeclarationAsync(file));

        // Nobody knows yet what became of the first: another must not slip in beside it.
        (await professional.FileDeclarationAsync(other))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.Conflict);
        var filed = Office.Accepted(await professional.FileDeclarationAsync(file));
        filed.Status.ShouldBe(DeclarationStatus.PendingEmployer);
        Office.Accepted(await professional.GetDeclarationsAsync(person)).Declarations.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(WriteFault.Before)]
    [InlineData(WriteFault.AfterCommit)]
    public async Task A_statement_whose_listing_failed_is_issued_once(WriteFault fault)
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        await office.RecogniseAsync(person);
        var professional = office.Professional(person);
        var issue = new IssueStatement(Office.Header(person), 2022, 2026);

        cluster.Faults.Arm(professional, fault);
        await Should.ThrowAsync<Exception>(() => professional.IssueStatementAsync(issue));
        cluster.Time.Advance(TimeSpan.FromSeconds(1));
        var statement = Office.Accepted(await professional.IssueStatementAsync(issue));

        var list = Office.Accepted(await professional.GetStatementsAsync(person)).Statements;
        list.Single().Digest.ShouldBe(statement.Digest);
        Office.Accepted(await professional.IssueStatementAsync(issue)).Digest.ShouldBe(statement.Digest);
    }

    [Fact]
    public async Task What_a_new_activation_reads_equals_what_the_old_one_said()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var atAgency = await office.BringToAgencyAsync(await office.FileAsync(person));
        var declaration = office.Declaration(atAgency.DeclarationId);
        var before = Office.Accepted(await declaration.GetAsync(person));
        var standing = await declaration.GetStandingAsync();
        var location = await declaration.WhereAreYouAsync();
        await ClusterFixture.DeactivateAsync(declaration);
        Text(Office.Accepted(await declaration.GetAsync(person))).ShouldBe(Text(before));
        Text(await declaration.GetStandingAsync()).ShouldBe(Text(standing));
        (await declaration.WhereAreYouAsync()).ShouldBe(location);
    }

    private static string Text<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);

    /// <summary>The grain that the command will file under: the id is derived, so a test may know it before.</summary>
    private IDeclaration DeclarationOf(Office office, Caller person, FileDeclaration file)
    {
        var options = cluster.SiloService<IOptions<ProfessionalOptions>>().Value;
        var id = DeclarationId.Derive(
            options.BucketOf(UnitCode.Parse(office.Employer)),
            PersonId.Parse(person.PersonId),
            CommandId.Parse(file.Header.CommandId)
        );
        return office.Declaration(id.Value);
    }
}
