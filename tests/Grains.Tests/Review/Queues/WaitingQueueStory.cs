using CeActors.Contracts.Declarations;
using CeActors.Grains.Review.Queues;
using Shouldly;

namespace CeActors.Grains.Tests.Review.Queues;

/// <summary>
/// Declarations wander between two units by chance; words about it arrive late, twice, in any order or not at all, and rows are
/// read bit by bit meanwhile. Where a word is lost the unit asks. In the end its list must be what the rows say.
/// </summary>
internal sealed class WaitingQueueStory(int seed)
{
    private const string Here = "A";
    private const int Declarations = 12;
    private const int Steps = 300;
    private readonly Random _random = new(seed);
    private readonly WaitingQueue _queue = new(Here);
    private readonly SampleEntries _samples = new(seed);
    private readonly Dictionary<int, DeclarationLocation> _truth = [];
    private readonly List<DeclarationLocation> _onTheWay = [];
    private Queue<int>? _reading;
    private DateTimeOffset _now = SampleEntries.Start;

    public void Run()
    {
        for (var number = 0; number < Declarations; number++)
        {
            _truth[number] = LocationOf(number, 1, null);
        }

        for (var step = 0; step < Steps; step++)
        {
            _now = _now.AddMilliseconds(_random.Next(1_000));
            Step();
        }

        Settle();
        var expected = _truth.Values.Where(location => location.HolderUnitCode == Here);
        var listed = _truth
            .Keys.Select(number => _queue.List.Entries.Find(SampleEntries.IdOf(number)))
            .OfType<QueueEntry>();
        listed
            .Select(entry => (entry.DeclarationId, entry.Version))
            .ShouldBe(expected.Select(location => (location.DeclarationId, location.Version)), $"seed {seed}");
        _queue.List.Entries.Count.ShouldBe(expected.Count());
        _queue.PendingCount.ShouldBe(0);
    }

    private void Step()
    {
        switch (_random.Next(6))
        {
            case 0 or 1:
                Move(_random.Next(Declarations));
                break;
            case 2 or 3 when _onTheWay.Count > 0:
                Hear(_random.Next(_onTheWay.Count));
                break;
            case 4:
                ReadOn();
                break;
            default:
                AskWhoIsDue();
                break;
        }
    }

    private void Move(int number)
    {
        var from = _truth[number];
        var target =
            from.HolderUnitCode == Here
                ? _random.Next(2) == 0
                    ? "B"
                    : null
                : Here;
        var version = from.Version + 1;
        if (target == Here)
        {
            _queue.AnnounceArrival(from.DeclarationId, version, _now);
        }
        else
        {
            _queue.AnnounceDeparture(from.DeclarationId, version, target, _now);
        }

        var isCommitted = _random.Next(5) > 0;
        if (isCommitted)
        {
            _truth[number] = LocationOf(number, version, target);
        }

        for (var copies = _random.Next(3); copies > 0; copies--)
        {
            _onTheWay.Add(_truth[number]);
        }
    }

    private void Hear(int at)
    {
        _queue.Settle(_onTheWay[at], _now);
        _onTheWay.RemoveAt(at);
    }

    // One key at a time, in their order, each as it is at that instant: what a scan of a bucket sees.
    private void ReadOn()
    {
        if (_reading is null)
        {
            _reading = new Queue<int>(_truth.Keys.Order());
            _queue.List.BeginReading(_now);
        }

        for (var rows = _random.Next(5); rows > 0 && _reading.Count > 0; rows--)
        {
            if (_truth[_reading.Dequeue()] is { HolderUnitCode: Here, Entry: { } row })
            {
                _queue.List.Merge(row);
            }
        }

        if (_reading.Count == 0)
        {
            _queue.List.EndReading(_now);
            _reading = null;
        }
    }

    private void AskWhoIsDue()
    {
        foreach (var (declarationId, version) in _queue.TakeDue(_now, 4))
        {
            var answer = _truth.Values.Single(location => location.DeclarationId == declarationId);
            _queue.Answer(declarationId, version, _random.Next(4) == 0 ? null : answer, _now);
        }
    }

    // Everything on its way arrives, everybody due is asked, and the rows are read once more: a minute and a half.
    private void Settle()
    {
        while (_onTheWay.Count > 0)
        {
            Hear(_random.Next(_onTheWay.Count));
        }

        var end = _now + QueueLimits.AskedMax + QueueLimits.OutcomeAwaited + QueueLimits.OutcomeAwaited;
        for (; _now < end; _now = _now.AddSeconds(1))
        {
            AskWhoIsDue();
        }

        do
        {
            ReadOn();
        } while (_reading is not null);
        do
        {
            ReadOn();
        } while (_reading is not null);
    }

    private DeclarationLocation LocationOf(int number, long version, string? unit) =>
        new(SampleEntries.IdOf(number), version, unit, unit is null ? null : _samples.Next(number, version));
}
