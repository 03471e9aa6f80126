using System.Diagnostics;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Review;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Statements;

namespace CeActors.Verification;

/// <summary>Counts what is read, and tells how far it is.</summary>
internal sealed class Tally(IProgress<VerificationProgress>? progress)
{
    private readonly Lock _gate = new();
    private VerificationFigures _figures = new();
    private string _step = "";
    private int _bucketsDone;
    private int _buckets;
    private long _rows;

    public VerificationFigures Figures
    {
        get
        {
            lock (_gate)
            {
                return _figures;
            }
        }
    }

    /// <summary>A reading of the whole account begins.</summary>
    public void BeginReading()
    {
        lock (_gate)
        {
            _figures = _figures with { Readings = _figures.Readings + 1 };
        }
    }

    /// <summary>A step begins.</summary>
    public void Begin(string step, int buckets)
    {
        lock (_gate)
        {
            (_step, _bucketsDone, _buckets) = (step, 0, buckets);
            Tell();
        }
    }

    /// <summary>A bucket was read.</summary>
    public void BucketDone()
    {
        lock (_gate)
        {
            _bucketsDone++;
            Tell();
        }
    }

    /// <summary>A row was read.</summary>
    public void Row()
    {
        if (Interlocked.Increment(ref _rows) % VerificationLimits.RowsBetweenReports == 0)
        {
            lock (_gate)
            {
                Tell();
            }
        }
    }

    /// <summary>A document was read for the first time.</summary>
    public void Document(object? document) =>
        Change(figures =>
            document switch
            {
                DeclarationDocument => figures with { Declarations = figures.Declarations + 1 },
                ProfessionalDocument => figures with { Professionals = figures.Professionals + 1 },
                StatementDocument => figures with { Statements = figures.Statements + 1 },
                BatchReviewDocument => figures with { Batches = figures.Batches + 1 },
                ReviewUnitDocument => figures with { Units = figures.Units + 1 },
                UnitTreeDocument or ResidentRegisterDocument or null => figures,
                _ => throw new UnreachableException(),
            }
        );

    public void IndexRow() => Change(figures => figures with { IndexRows = figures.IndexRows + 1 });

    public void File() => Change(figures => figures with { Files = figures.Files + 1 });

    public void ReservationUnused() =>
        Change(figures => figures with { ReservationsUnused = figures.ReservationsUnused + 1 });

    public void StatementUnlisted() =>
        Change(figures => figures with { StatementsUnlisted = figures.StatementsUnlisted + 1 });

    public void ResidentIdUnused() =>
        Change(figures => figures with { ResidentIdsUnused = figures.ResidentIdsUnused + 1 });

    public void ResidentIdUnreserved() =>
        Change(figures => figures with { ResidentIdsUnreserved = figures.ResidentIdsUnreserved + 1 });

    /// <summary>Something doubtful was read again.</summary>
    public void Settled(bool isWrong) =>
        Change(figures => isWrong ? figures : figures with { Cleared = figures.Cleared + 1 });

    public void Unsettled() => Change(figures => figures with { Unsettled = figures.Unsettled + 1 });

    public void LeftOut(long more) => Change(figures => figures with { LeftOut = figures.LeftOut + more });

    private void Change(Func<VerificationFigures, VerificationFigures> change)
    {
        lock (_gate)
        {
            _figures = change(_figures);
        }
    }

    private void Tell() =>
        progress?.Report(
            new VerificationProgress(_figures.Readings, _step, _bucketsDone, _buckets, Interlocked.Read(ref _rows))
        );
}
