using CeActors.AzureStorage.Inspection;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Storage;
using CeActors.Verification.Documents;
using CeActors.Verification.Facts;
using CeActors.Verification.Findings;
using CeActors.Verification.Rows;
using CeActors.Verification.Units;

namespace CeActors.Verification;

/// <summary>
/// Reads a whole account and tells every broken promise. It may run while the system works: what looks wrong is read again
/// until nothing of it moves meanwhile, and told only then. It writes nothing.
/// </summary>
public sealed class AccountVerification
{
    private readonly VerificationOptions _options;
    private readonly FindingList _findings = new();
    private readonly Tally _tally;

    private AccountVerification(VerificationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FactsHeldMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ConcurrentBuckets, 1);
        _options = options;
        _tally = new Tally(options.Progress);
    }

    /// <summary>Verifies an account.</summary>
    /// <exception cref="Azure.RequestFailedException">The account cannot be read: that is no finding.</exception>
    public static Task<VerificationReport> RunAsync(VerificationOptions options, CancellationToken cancellationToken) =>
        new AccountVerification(options).RunAsync(cancellationToken);

    private async Task<VerificationReport> RunAsync(CancellationToken cancellationToken)
    {
        var began = _options.Time.GetTimestamp();
        var layouts = new LayoutCheck(_options.Tables, _findings);
        var state = await layouts.AreaOfAsync(StorageNames.StateTablePrefix, cancellationToken);
        var registry = await layouts.AreaOfAsync(StorageNames.RegistryTablePrefix, cancellationToken);
        if (state is not null && registry is not null)
        {
            await RunAsync(new VerifiedAccount(state, registry), cancellationToken);
        }

        return new VerificationReport(
            _findings.Kept(),
            _findings.Counts(),
            _tally.Figures,
            _options.Files is not null,
            _options.Time.GetElapsedTime(began)
        );
    }

    private async Task RunAsync(VerifiedAccount account, CancellationToken cancellationToken)
    {
        var units = new UnitBook(account);
        await ReadUnitsAsync(account, units, cancellationToken);
        await new UnitTree(account, units, _findings, _tally).CheckAsync(cancellationToken);

        var shares = new Queue<(int Share, int Shares)>([(0, 1)]);
        while (shares.TryDequeue(out var next))
        {
            var facts = new FactShare(next.Share, next.Shares, _options.FactsHeldMax);
            _tally.BeginReading();
            if (_tally.Figures.Readings == 1)
            {
                await ReadRowsAsync(account, units, facts, cancellationToken);
            }
            else
            {
                await ReadDocumentsAsync(account, reading => FactSource.Tell(reading, facts), cancellationToken);
            }

            await ReadFilesAsync(facts, isFirst: _tally.Figures.Readings == 1, cancellationToken);
            for (var other = next.Share + next.Shares; other < facts.Shares; other += next.Shares)
            {
                shares.Enqueue((other, facts.Shares));
            }

            await JudgeAsync(account, facts, cancellationToken);
        }
    }

    private async Task ReadUnitsAsync(VerifiedAccount account, UnitBook units, CancellationToken cancellationToken)
    {
        var registry = account.Registry;
        _tally.Begin("units", registry.BucketCount);
        for (var bucket = 0; bucket < registry.BucketCount; bucket++)
        {
            // Twice over: a unit may name one that comes later, so all must be known before the first is judged.
            await foreach (var record in registry.Rows.ReadBucketAsync(bucket, cancellationToken))
            {
                if (
                    record is StoredDocument stored
                    && DocumentReading.Of(StorageNames.Registry, stored).Document is ReviewUnitDocument unit
                )
                {
                    units.Add(unit);
                }
            }
        }

        for (var bucket = 0; bucket < registry.BucketCount; bucket++)
        {
            // Nothing outside the registry is told by units.
            var nothing = new FactShare(0, 1, _options.FactsHeldMax);
            var scan = new BucketScan(StorageNames.Registry, registry, bucket, units, nothing, _tally);
            await ReadAsync(StorageNames.Registry, registry, bucket, scan, units, cancellationToken);
        }
    }

    private async Task ReadRowsAsync(
        VerifiedAccount account,
        UnitBook units,
        FactShare facts,
        CancellationToken cancellationToken
    )
    {
        var state = account.State;
        _tally.Begin("documents", state.BucketCount);
        await Parallel.ForAsync(
            0,
            state.BucketCount,
            AtOnce(cancellationToken),
            async (bucket, token) =>
            {
                var scan = new BucketScan(StorageNames.State, state, bucket, units, facts, _tally);
                await ReadAsync(StorageNames.State, state, bucket, scan, units, token);
            }
        );
    }

    private async Task ReadAsync(
        string provider,
        Area area,
        int bucket,
        BucketScan scan,
        UnitBook units,
        CancellationToken cancellationToken
    )
    {
        await scan.RunAsync(cancellationToken);
        _findings.AddRange(scan.Strange);
        await new Rereading(provider, area, bucket, units, _findings, _tally).RunAsync(scan.Ledger, cancellationToken);
        _tally.BucketDone();
    }

    private async Task ReadDocumentsAsync(
        VerifiedAccount account,
        Action<DocumentReading> take,
        CancellationToken cancellationToken
    )
    {
        var state = account.State;
        _tally.Begin("documents", state.BucketCount);
        await Parallel.ForAsync(
            0,
            state.BucketCount,
            AtOnce(cancellationToken),
            async (bucket, token) =>
            {
                await foreach (var record in state.Rows.ReadBucketAsync(bucket, token))
                {
                    _tally.Row();
                    if (record is StoredDocument stored)
                    {
                        take(DocumentReading.Of(StorageNames.State, stored));
                    }
                }

                _tally.BucketDone();
            }
        );
    }

    private async Task ReadFilesAsync(FactShare facts, bool isFirst, CancellationToken cancellationToken)
    {
        if (_options.Files is not { } files)
        {
            return;
        }

        _tally.Begin("files", 0);
        await foreach (var (digest, size) in files.ListEvidenceAsync(cancellationToken))
        {
            facts.Tell(
                new Topic(TopicKind.Evidence, digest),
                FactKind.EvidenceFile,
                new Topic(TopicKind.Other, $"{size}")
            );
            Count(isFirst);
        }

        await foreach (var name in files.ListPapersAsync(cancellationToken))
        {
            facts.Tell(new Topic(TopicKind.Paper, name), FactKind.PaperFile);
            Count(isFirst);
        }
    }

    private void Count(bool isFirst)
    {
        if (isFirst)
        {
            _tally.File();
        }
    }

    private async Task JudgeAsync(VerifiedAccount account, FactShare facts, CancellationToken cancellationToken)
    {
        var doubtful = new DoubtfulKeys();
        foreach (var group in facts.Groups())
        {
            if (FactJudge.IsUnusedReservation(group))
            {
                _tally.ReservationUnused();
            }

            if (FactJudge.IsUnlistedStatement(group))
            {
                _tally.StatementUnlisted();
            }

            if (FactJudge.IsUnusedResidentId(group))
            {
                _tally.ResidentIdUnused();
            }

            if (FactJudge.IsUnreservedResidentId(group))
            {
                _tally.ResidentIdUnreserved();
            }

            if (!FactJudge.Judge(group, _options.Files is not null).Any())
            {
                continue;
            }

            if (doubtful.Count < VerificationLimits.SuspectsMax)
            {
                doubtful.Add(group[0].Key);
            }
            else
            {
                _tally.LeftOut(1);
            }
        }

        if (doubtful.Count > 0)
        {
            await ReadDocumentsAsync(account, doubtful.Look, cancellationToken);
            _tally.Begin("doubts", 0);
            var rereading = new FactRereading(account.State, _options.Files, _findings, _tally);
            foreach (var key in doubtful.Found)
            {
                await rereading.RunAsync(key, cancellationToken);
            }
        }
    }

    private ParallelOptions AtOnce(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = _options.ConcurrentBuckets, CancellationToken = cancellationToken };
}
