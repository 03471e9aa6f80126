using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Statements;
using CeActors.Grains.Tests.Declarations;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Statements;

[Collection(nameof(DeclarationsCluster))]
public sealed class StatementTests(DeclarationsFixture cluster)
{
    [Fact]
    public async Task A_revocation_makes_every_statement_that_rests_on_it_verify_as_revoked()
    {
        var (office, person, recognised) = await RecognisedAsync();
        var issued = await IssueAsync(office, person);
        var statement = office.Grains.GetGrain<IStatement>(issued.Content.Number);
        cluster.Time.Advance(TimeSpan.FromMinutes(1));
        Office.Accepted(
            await office
                .Declaration(recognised.DeclarationId)
                .RevokeAsync(
                    new RevokeRecognition(Office.Header(office.Clerk, recognised.Version), office.Agency, "不实")
                )
        );

        var verified = Office.Accepted(await statement.VerifyAsync(issued.Content.Code));
        verified.IsRevoked.ShouldBeTrue();
        var revokedAt = Office.Accepted(await office.Declaration(recognised.DeclarationId).GetAsync(person)).HeldSince;
        verified.RevokedAt.ShouldBe(revokedAt);
        verified.Digest.ShouldBe(issued.Digest);
        Office.Accepted(await statement.GetAsync(person)).IsRevoked.ShouldBeTrue();
        Office
            .Accepted(await office.Professional(person).GetStatementsAsync(person))
            .Statements.Single()
            .IsRevoked.ShouldBeTrue();
        Office
            .Accepted(await office.Professional(person).GetRecognisedHoursAsync(person, null, null))
            .Years.ShouldBeEmpty();
        (await office.Professional(person).IssueStatementAsync(new IssueStatement(Office.Header(person), 2022, 2026)))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task A_statement_is_for_its_holder_and_for_who_has_the_code()
    {
        var (office, person, _) = await RecognisedAsync();
        var issued = await IssueAsync(office, person);
        var statement = office.Grains.GetGrain<IStatement>(issued.Content.Number);
        (await statement.GetAsync(office.Clerk)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.NotFound);
        (await statement.VerifyAsync("0000000000")).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.NotFound);
        var nothing = office.Grains.GetGrain<IStatement>("HN2026-0000-0000-0000");
        (await nothing.VerifyAsync(issued.Content.Code)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.NotFound);
        (await nothing.GetAsync(person)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.NotFound);
        var verified = Office.Accepted(await statement.VerifyAsync(issued.Content.Code));
        verified.MaskedName.ShouldNotContain("小明");
        verified.Years.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_repeated_issue_returns_the_same_statement_and_another_body_is_refused()
    {
        var (office, person, _) = await RecognisedAsync();
        var issue = new IssueStatement(Office.Header(person), 2022, 2026);
        var first = Office.Accepted(await office.Professional(person).IssueStatementAsync(issue));
        await ClusterFixture.DeactivateAsync(office.Professional(person));
        await ClusterFixture.DeactivateAsync(office.Grains.GetGrain<IStatement>(first.Content.Number));
        var again = Office.Accepted(await office.Professional(person).IssueStatementAsync(issue));
        again.Digest.ShouldBe(first.Digest);
        again.Content.Code.ShouldBe(first.Content.Code);
        var other = issue with { Header = issue.Header with { Fingerprint = "another" }, ToYear = 2025 };
        (await office.Professional(person).IssueStatementAsync(other))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("command-id-reused");
    }

    [Fact]
    public async Task The_paper_is_recorded_once()
    {
        var (office, person, _) = await RecognisedAsync();
        var statement = office.Grains.GetGrain<IStatement>((await IssueAsync(office, person)).Content.Number);
        Office.Accepted(await statement.RecordRenderingAsync(person, new string('a', 64)));
        Office.Accepted(await statement.RecordRenderingAsync(person, new string('a', 64)));
        (await statement.RecordRenderingAsync(person, new string('b', 64)))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.Conflict);
        (await statement.RecordRenderingAsync(office.Clerk, new string('a', 64)))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.NotFound);
        Office.Accepted(await statement.GetAsync(person)).RenderingDigest.ShouldBe(new string('a', 64));
    }

    private async Task<(Office Office, Caller Person, DeclarationReceipt Recognised)> RecognisedAsync()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        return (office, person, await office.RecogniseAsync(person));
    }

    private static async Task<StatementView> IssueAsync(Office office, Caller person) =>
        Office.Accepted(
            await office.Professional(person).IssueStatementAsync(new IssueStatement(Office.Header(person), 2022, 2026))
        );
}
