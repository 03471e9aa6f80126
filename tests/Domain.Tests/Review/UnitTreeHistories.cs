using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Review;

/// <summary>
/// Random histories of units that move: writes land late or never, statements get lost, trees are read anew from rows. Whatever happens,
/// the units as they are stored form a tree of bounded depth.
/// </summary>
public sealed class UnitTreeHistories
{
    private const int Histories = 400;
    private const int Steps = 250;
    private const int Units = 14;

    [Fact]
    public void No_order_in_which_writes_land_makes_a_ring_or_a_unit_that_is_too_deep()
    {
        var seed = Environment.TickCount;
        var moves = 0;
        for (var history = 0; history < Histories; history++)
            moves += new History(seed + history).Run();

        // A history in which nothing moves would prove nothing.
        moves.ShouldBeGreaterThan(Histories * 10);
    }

    [Fact]
    public void Without_what_is_reserved_the_same_histories_make_rings() =>
        Should.Throw<ShouldAssertException>(() =>
        {
            for (var history = 0; history < Histories; history++)
                new History(history, forgetsReserved: true).Run();
        });

    private sealed class History(int seed, bool forgetsReserved = false)
    {
        private readonly Random _random = new(seed);
        private readonly Dictionary<UnitCode, (long Version, int ETag, UnitPlace Place)> _stored = [];
        private readonly List<Write> _underWay = [];
        private readonly List<Action<UnitTree>> _said = [];
        private UnitTree _tree = new();
        private long _number;
        private int _etag;
        private int _moves;

        public int Run()
        {
            for (var step = 0; step < Steps; step++)
            {
                switch (_random.Next(16))
                {
                    case < 7:
                        Wish();
                        break;
                    case < 11:
                        Land();
                        break;
                    case < 14:
                        Hear();
                        break;
                    case 14:
                        Renew();
                        break;
                    default:
                        ReadAnew();
                        break;
                }

                Check();
            }

            return _moves;
        }

        private static UnitCode CodeOf(int unit) => UnitCode.Parse($"UNIT-{unit}");

        private void Wish()
        {
            var code = CodeOf(_random.Next(Units));
            var parent = _random.Next(6) == 0 ? null : CodeOf(_random.Next(Units));
            var (version, etag, place) = _stored.GetValueOrDefault(code);
            if (place is not null && _random.Next(2) == 0)
                _tree.Learn(code, version, place);
            var wished = new UnitPlace(UnitKind.SupervisingDepartment, parent, null);
            if (_tree.Check(code, wished) is not null)
                return;
            if (!forgetsReserved)
                _tree.Reserve(new ReservedPlace(++_number, code, version, wished, Sample.Now));
            _underWay.Add(new Write(code, version, etag, wished));
        }

        // A write lands on condition that nothing has been written since; some are lost, and some statements too.
        private void Land()
        {
            if (_underWay.Count == 0)
                return;
            var write = _underWay[_random.Next(_underWay.Count)];
            _underWay.Remove(write);
            if (_stored.GetValueOrDefault(write.Code).ETag != write.ETag || _random.Next(8) == 0)
                return;
            _stored[write.Code] = (write.Version + 1, ++_etag, write.Place);
            _moves++;
            _said.Add(tree => tree.Learn(write.Code, write.Version + 1, write.Place));
        }

        private void Renew()
        {
            var (code, upTo) = (CodeOf(_random.Next(Units)), _number);
            if (!_stored.TryGetValue(code, out var unit))
                return;
            _stored[code] = unit with { ETag = ++_etag };
            _said.Add(tree => tree.Renew(code, unit.Version, unit.Place, _random.NextInt64(upTo + 1)));
        }

        // What units say comes late and in any order, or not at all.
        private void Hear()
        {
            if (_said.Count == 0)
                return;
            var statement = _said[_random.Next(_said.Count)];
            _said.Remove(statement);
            if (_random.Next(4) > 0)
                statement(_tree);
        }

        // Another activation: what is reserved is stored with it, where units stand is in their rows.
        private void ReadAnew()
        {
            var tree = new UnitTree();
            foreach (var reserved in _tree.Reserved)
                tree.Reserve(reserved);
            foreach (var (code, unit) in _stored)
                tree.Learn(code, unit.Version, unit.Place);
            _tree = tree;
        }

        private void Check()
        {
            foreach (var code in _stored.Keys)
            {
                var superiors = 0;
                for (var at = _stored[code].Place.ParentCode; at is not null; at = _stored[at].Place.ParentCode)
                    (++superiors).ShouldBeLessThanOrEqualTo(ReviewLimits.AncestorsMax, $"{code}, seed {seed}");
            }
        }

        private sealed record Write(UnitCode Code, long Version, int ETag, UnitPlace Place);
    }
}
