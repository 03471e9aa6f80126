using System.Collections.Concurrent;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Statements;
using CeActors.Grains.Tests.Declarations;
using CeActors.Verification.Tests;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using Caller = CeActors.Contracts.Caller;
using IssueStatement = CeActors.Contracts.Statements.IssueStatement;

namespace CeActors.Backup.Tests;

/// <summary>The storage burns down while everybody works: what a backup that was taken meanwhile brings back.</summary>
public sealed class DrillTests(ITestOutputHelper output)
{
    private const int Writers = 8;
    private const int FlowsBefore = 24;
    private const int FlowsMeanwhile = 24;
    private static readonly TimeSpan WorkLimit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task After_a_restore_everything_acknowledged_before_the_backup_is_there_and_a_retry_gets_its_first_outcome()
    {
        using var folder = new TemporaryFolder();
        AccountStory story;
        Flow[] before;
        var cluster = new LoadTestCluster();
        await cluster.InitializeAsync();
        try
        {
            story = await AccountStory.TellAsync(cluster, FilledAccount.AccountOf(cluster.Azurite));
            var work = new Work(story.Office);
            using var limit = new CancellationTokenSource(WorkLimit);
            var working = work.StartAsync(Writers, limit.Token);
            await work.ReachesAsync(FlowsBefore, working);
            before = work.Done;
            var manifest = await BackupRig.BackUpAsync(cluster.Azurite, folder.Backup);
            var meanwhile = work.Done.Length - before.Length;
            var report = await BackupRig.VerifyAsync(cluster.Azurite);
            report.IsHealthy.ShouldBeTrue("while everybody works: " + BackupRig.Describe(report));
            await work.ReachesAsync(before.Length + FlowsMeanwhile, working);
            await work.StopAsync(working);
            output.WriteLine(
                $"{before.Length} flows before, {meanwhile} while the backup was taken, "
                    + $"{manifest.PersonsReread} persons read again, {report.Figures.Cleared} doubts cleared"
            );
            manifest.PersonsReread.ShouldBeGreaterThan(0, "somebody must have worked meanwhile");
        }
        finally
        {
            await cluster.DisposeAsync();
        }

        var restored = new LoadTestCluster(azurite => BackupRig.RestoreAsync(azurite, folder.Backup));
        await restored.InitializeAsync();
        try
        {
            var report = await BackupRig.VerifyAsync(restored.Azurite);
            report.IsHealthy.ShouldBeTrue(BackupRig.Describe(report));
            foreach (var flow in before)
            {
                await flow.IsThereAsync(restored.Grains);
            }

            // A new day: the restored system takes what the old one would have taken.
            var again = new Work(story.Office.In(restored));
            await again.FlowAsync();
            (await BackupRig.VerifyAsync(restored.Azurite)).IsHealthy.ShouldBeTrue();
        }
        finally
        {
            await restored.DisposeAsync();
        }
    }

    /// <summary>People who file and reviewers who pass, until they are stopped.</summary>
    private sealed class Work(Office office)
    {
        private readonly ConcurrentQueue<Flow> _done = new();
        private readonly CancellationTokenSource _stop = new();
        private readonly SemaphoreSlim _finished = new(0);

        public Flow[] Done => [.. _done];

        public Task StartAsync(int writers, CancellationToken limit) =>
            Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => RunAsync(limit), limit)));

        /// <summary>Waits until so many flows were acknowledged; a failure of the work ends the wait.</summary>
        public async Task ReachesAsync(int flows, Task working)
        {
            while (_done.Count < flows)
            {
                await await Task.WhenAny(_finished.WaitAsync(), working);
            }
        }

        public async Task StopAsync(Task working)
        {
            await _stop.CancelAsync();
            await working;
        }

        public async Task FlowAsync()
        {
            var person = await office.HireAsync();
            var filing = Office.Filing(person);
            var filed = Office.Accepted(await office.Professional(person).FileDeclarationAsync(filing));
            var atAgency = await office.BringToAgencyAsync(filed);
            var pass = new PassDeclaration(Office.Header(office.Clerk, atAgency.Version), office.Agency, null, null);
            var recognised = Office.Accepted(await office.Declaration(filed.DeclarationId).PassAsync(pass));
            var issue = new IssueStatement(Office.Header(person), 2022, 2026);
            var statement = Office.Accepted(await office.Professional(person).IssueStatementAsync(issue));
            _done.Enqueue(new Flow(person, filing, filed, pass, recognised, issue, statement));
            _finished.Release();
        }

        private async Task RunAsync(CancellationToken limit)
        {
            while (!_stop.IsCancellationRequested)
            {
                limit.ThrowIfCancellationRequested();
                await FlowAsync();
            }
        }
    }

    /// <summary>What one person was acknowledged.</summary>
    private sealed record Flow(
        Caller Person,
        FileDeclaration Filing,
        DeclarationReceipt Filed,
        PassDeclaration Pass,
        DeclarationReceipt Recognised,
        IssueStatement Issue,
        StatementView Statement
    )
    {
        /// <summary>Every command, sent again, is answered as it was.</summary>
        public async Task IsThereAsync(IGrainFactory grains)
        {
            var declaration = grains.GetGrain<IDeclaration>(Filed.DeclarationId);
            (await declaration.WhereAreYouAsync()).Version.ShouldBe(Recognised.Version);
            var person = grains.GetGrain<IProfessional>(Person.PersonId);
            Same(Office.Accepted(await person.FileDeclarationAsync(Filing)), Filed);
            Same(Office.Accepted(await declaration.PassAsync(Pass)), Recognised);
            Office.Accepted(await person.IssueStatementAsync(Issue)).Digest.ShouldBe(Statement.Digest);
            (await declaration.WhereAreYouAsync()).Version.ShouldBe(Recognised.Version);
        }

        private static void Same(DeclarationReceipt again, DeclarationReceipt first)
        {
            again.DeclarationId.ShouldBe(first.DeclarationId);
            again.Version.ShouldBe(first.Version);
            again.Status.ShouldBe(first.Status);
            again.HolderUnitCode.ShouldBe(first.HolderUnitCode);
        }
    }
}
