using System.Collections.Concurrent;
using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

[Collection(nameof(DeclarationsCluster))]
public sealed class RaceTests(DeclarationsFixture cluster)
{
    private const int RandomSeed = 20261123;

    [Fact]
    public async Task Of_a_withdrawal_and_a_pass_at_the_same_time_one_wins_and_the_other_learns_it()
    {
        var office = await Office.OpenAsync(cluster);
        for (var round = 0; round < 10; round++)
        {
            var person = await office.HireAsync();
            var filed = await office.FileAsync(person);
            var declaration = office.Declaration(filed.DeclarationId);
            var outcomes = await Task.WhenAll(
                declaration.WithdrawAsync(new WithdrawDeclaration(Office.Header(person, filed.Version))),
                office.PassAsync(filed, office.EmployerReviewer, office.Employer, office.Department)
            );
            outcomes.Count(outcome => outcome.IsAccepted).ShouldBe(1);
            outcomes.Single(outcome => !outcome.IsAccepted).Refusal!.Kind.ShouldBe(RefusalKind.Stale);
            var holder = outcomes.Single(outcome => outcome.IsAccepted).Value!.HolderUnitCode;
            var rows = await QueueRowsInStorage.HoldersAsync(cluster, filed.DeclarationId);
            rows.ShouldBe(holder is null ? [] : [holder]);
        }
    }

    [Fact]
    public async Task After_random_walks_with_failing_writes_the_stored_queues_equal_the_holders()
    {
        var office = await Office.OpenAsync(cluster);
        var ids = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 24).Select(async walker => ids.Add(await WalkAsync(office, walker))));

        var stored = (await QueueRowsInStorage.WaitingAsync(cluster)).ToLookup(
            row => row.DeclarationId,
            row => row.Unit
        );
        foreach (var id in ids)
        {
            var location = await office.Declaration(id).WhereAreYouAsync();
            stored[id].ShouldBe(location.HolderUnitCode is { } holder ? [holder] : [], $"declaration {id}");
        }
    }

    /// <summary>Some 20 steps of one declaration, each the choice of a seeded random; a step that fails or is refused is just a step.</summary>
    private async Task<string> WalkAsync(Office office, int walker)
    {
        var random = new Random(RandomSeed + walker);
        var person = await office.HireAsync();
        var id = (await office.FileAsync(person)).DeclarationId;
        var declaration = office.Declaration(id);
        for (var step = 0; step < 20; step++)
        {
            var at = await declaration.WhereAreYouAsync();
            if (random.Next(8) == 0)
            {
                cluster.Faults.Arm(declaration, random.Next(2) == 0 ? WriteFault.Before : WriteFault.AfterCommit);
            }

            try
            {
                await StepAsync(office, declaration, person, at, random.Next(6));
            }
            catch (IOException)
            {
                // The outcome is unknown; the next step asks where it is.
            }
            catch (Exception exception) when (exception is not ShouldAssertException)
            {
                // Likewise, of an activation that is on its way out.
            }
        }

        return id;
    }

    private static async Task StepAsync(
        Office office,
        IDeclaration declaration,
        Caller person,
        DeclarationLocation at,
        int choice
    )
    {
        if (at.HolderUnitCode is not { } holder)
        {
            await declaration.SubmitAsync(new SubmitDeclaration(Office.Header(person, at.Version)));
            return;
        }

        var (reviewer, next) =
            holder == office.Employer ? (office.EmployerReviewer, (string?)office.Department)
            : holder == office.Department ? (office.DepartmentReviewer, office.Agency)
            : holder == office.UpperDepartment ? (office.UpperReviewer, office.Agency)
            : (office.Clerk, null);
        var header = Office.Header(reviewer, at.Version);
        switch (choice)
        {
            case 0:
                await declaration.WithdrawAsync(new WithdrawDeclaration(Office.Header(person, at.Version)));
                break;
            case 1:
                await declaration.ReturnAsync(new ReturnDeclaration(header, holder, "材料不清晰", []));
                break;
            case 2 when holder == office.Department:
                await declaration.RerouteAsync(
                    new RerouteDeclaration(header, holder, office.UpperDepartment, "应直接办理")
                );
                break;
            case 3:
                await Task.WhenAll(
                    declaration.PassAsync(new PassDeclaration(header, holder, next, null)),
                    declaration.WithdrawAsync(new WithdrawDeclaration(Office.Header(person, at.Version)))
                );
                break;
            default:
                await declaration.PassAsync(new PassDeclaration(header, holder, next, null));
                break;
        }
    }
}
