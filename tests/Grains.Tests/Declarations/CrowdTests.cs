using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

/// <summary>Many who want the same at the same moment, again and again. More of it: <c>./bench races</c>.</summary>
[Collection(nameof(DeclarationsCluster))]
public sealed class CrowdTests(DeclarationsFixture cluster)
{
    private const int Reviewers = 50;
    private const int Races = 100;
    private const int Copies = 32;
    private const int Filings = 50;

    [Fact]
    public async Task Of_50_reviewers_who_decide_at_the_same_time_one_wins_and_the_others_learn_who_did_and_when()
    {
        var office = await Office.OpenAsync(cluster);
        var reviewers = await ReviewersAsync(office, office.Employer, Reviewers);
        for (var race = 0; race < Races; race++)
        {
            var filed = await office.FileAsync(await office.HireAsync());
            var outcomes = await Task.WhenAll(
                reviewers.Select(reviewer => office.PassAsync(filed, reviewer, office.Employer, office.Department))
            );
            var winner = outcomes.Index().Where(one => one.Item.IsAccepted).ShouldHaveSingleItem($"race {race}");
            winner.Item.Value!.Version.ShouldBe(filed.Version + 1);
            var seen = Office.Accepted(
                await office.Declaration(filed.DeclarationId).GetForUnitAsync(reviewers[0], office.Employer)
            );
            seen.History.Length.ShouldBe((int)filed.Version + 1);
            foreach (var loser in outcomes.Where(outcome => !outcome.IsAccepted))
            {
                RequireTold(loser.Refusal!, $"审核员{winner.Index}", seen.History[^1].At);
                loser.Refusal!.Facts!["lastAction"].ShouldBe("passed");
            }

            (await QueueRowsInStorage.HoldersAsync(cluster, filed.DeclarationId)).ShouldBe([office.Department]);
        }
    }

    [Fact]
    public async Task Of_32_identical_filings_at_the_same_time_one_declaration_comes_and_all_answers_are_equal()
    {
        var office = await Office.OpenAsync(cluster);
        for (var filing = 0; filing < Filings; filing++)
        {
            var person = await office.HireAsync();
            var file = Office.Filing(person);
            var outcomes = await Task.WhenAll(
                Enumerable.Range(0, Copies).Select(_ => office.Professional(person).FileDeclarationAsync(file))
            );
            var first = Office.Accepted(outcomes[0]);
            foreach (var outcome in outcomes)
            {
                IdempotenceTests.ShouldBeSame(Office.Accepted(outcome), first);
            }

            Office
                .Accepted(await office.Professional(person).GetDeclarationsAsync(person))
                .Declarations.ShouldHaveSingleItem()
                .Version.ShouldBe(1);
            var otherBody = file with { Header = file.Header with { Fingerprint = "another body" } };
            (await office.Professional(person).FileDeclarationAsync(otherBody))
                .Refusal.ShouldNotBeNull()
                .Code.ShouldBe("command-id-reused");
            (await office.Professional(person).FileDeclarationAsync(Office.Filing(person)))
                .Refusal.ShouldNotBeNull()
                .Code.ShouldBe("declaration-open");
        }
    }

    [Fact]
    public async Task Of_two_who_send_a_declaration_elsewhere_at_the_same_time_one_wins_and_the_other_learns_it()
    {
        var office = await Office.OpenAsync(cluster);
        var reviewers = await ReviewersAsync(office, office.Department, 2);
        for (var race = 0; race < 20; race++)
        {
            var filed = await office.FileAsync(await office.HireAsync());
            var misled = Office.Accepted(
                await office.PassAsync(filed, office.EmployerReviewer, office.Employer, office.Department)
            );
            var declaration = office.Declaration(filed.DeclarationId);
            var outcomes = await Task.WhenAll(
                reviewers.Select(reviewer =>
                    declaration.RerouteAsync(
                        new RerouteDeclaration(
                            Office.Header(reviewer, misled.Version),
                            office.Department,
                            office.UpperDepartment,
                            "应由上级受理"
                        )
                    )
                )
            );
            var winner = outcomes.Index().Where(one => one.Item.IsAccepted).ShouldHaveSingleItem($"race {race}");
            var loser = outcomes.Single(outcome => !outcome.IsAccepted).Refusal!;
            loser.Facts!["decidedByName"].ShouldBe($"审核员{winner.Index}");
            loser.Facts["lastAction"].ShouldBe("rerouted");
            (await declaration.WhereAreYouAsync()).Version.ShouldBe(misled.Version + 1);
            (await QueueRowsInStorage.HoldersAsync(cluster, filed.DeclarationId)).ShouldBe([office.UpperDepartment]);
        }
    }

    [Fact]
    public async Task After_the_removal_of_a_member_is_acknowledged_nothing_that_they_pass_is_accepted()
    {
        var office = await Office.OpenAsync(cluster);
        for (var race = 0; race < 10; race++)
        {
            var member = (await ReviewersAsync(office, office.Employer, 1))[0];
            var filed = new List<DeclarationReceipt>();
            for (var number = 0; number < 12; number++)
            {
                filed.Add(await office.FileAsync(await office.HireAsync()));
            }

            // Three at a time, each one after the other, so that some are on their way and some still to come.
            var passing = filed.Chunk(4).Select(some => PassInTurnAsync(office, member, some)).ToList();
            var removal = new RemoveMember(Office.Header(Office.Administrator), member.PersonId);
            Office.Accepted(await office.Unit(office.Employer).RemoveMemberAsync(removal));
            var acknowledged = await VersionsAsync(office, filed);

            var outcomes = (await Task.WhenAll(passing)).SelectMany(some => some).ToList();
            (await VersionsAsync(office, filed)).ShouldBe(acknowledged, $"race {race}");
            foreach (var (outcome, version) in outcomes.Zip(acknowledged))
            {
                version.ShouldBe(outcome.IsAccepted ? 2 : 1, $"race {race}");
            }

            var late = await office.FileAsync(await office.HireAsync());
            outcomes.Add(await office.PassAsync(late, member, office.Employer, office.Department));
            outcomes[^1].IsAccepted.ShouldBeFalse();
            outcomes
                .Where(outcome => !outcome.IsAccepted)
                .ShouldAllBe(outcome => outcome.Refusal!.Code == "declaration-not-found");
        }
    }

    private static async Task<IReadOnlyList<Outcome<DeclarationReceipt>>> PassInTurnAsync(
        Office office,
        Caller member,
        IReadOnlyList<DeclarationReceipt> filed
    )
    {
        var outcomes = new List<Outcome<DeclarationReceipt>>();
        foreach (var each in filed)
        {
            outcomes.Add(await office.PassAsync(each, member, office.Employer, office.Department));
        }

        return outcomes;
    }

    private static void RequireTold(Refusal refusal, string name, DateTimeOffset at)
    {
        refusal.Kind.ShouldBe(RefusalKind.Stale);
        refusal.Facts!["decidedByName"].ShouldBe(name);
        DateTimeOffset
            .Parse(refusal.Facts["decidedAt"], System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(at, TimeSpan.FromMilliseconds(1));
    }

    private static async Task<IReadOnlyList<long>> VersionsAsync(Office office, List<DeclarationReceipt> filed) =>
        [
            .. (
                await Task.WhenAll(filed.Select(each => office.Declaration(each.DeclarationId).WhereAreYouAsync()))
            ).Select(location => location.Version),
        ];

    private static async Task<IReadOnlyList<Caller>> ReviewersAsync(Office office, string unit, int count)
    {
        var reviewers = new List<Caller>();
        for (var number = 0; number < count; number++)
        {
            var reviewer = Office.NewCaller();
            await office.AddMemberAsync(unit, reviewer, UnitRoles.Reviewer, $"审核员{number}");
            reviewers.Add(reviewer);
        }

        return reviewers;
    }
}
