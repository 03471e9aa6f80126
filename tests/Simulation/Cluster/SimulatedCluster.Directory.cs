namespace CeActors.Simulation.Cluster;

/// <summary>Where activations are, and what becomes of them.</summary>
internal sealed partial class SimulatedCluster
{
    private static readonly TimeSpan SplitLeast = TimeSpan.FromSeconds(2);

    // A directory that has heard of a change of membership heals well before rows are read again because of it.
    private static readonly TimeSpan SplitMost = TimeSpan.FromSeconds(45);

    private readonly List<SimulatedSilo> _silos = [];
    private readonly Dictionary<GrainId, Place> _directory = [];
    private int _crashesLeft;
    private int _deactivationsLeft;
    private int _siloCrashesLeft;
    private int _activations;

    /// <summary>From now on nothing goes wrong any more; what is under way stays so.</summary>
    public void CalmDown()
    {
        Faults = Faults.None;
        Storage.Faults = Faults.None;
        _crashesLeft = _deactivationsLeft = _siloCrashesLeft = 0;
        Scheduler.BeforeStep = null;
        Say("from here on nothing goes wrong");
    }

    /// <summary>The activations of a grain that live.</summary>
    public IEnumerable<Activation> ActivationsOf(GrainId grainId) =>
        _directory.TryGetValue(grainId, out var place)
            ? new[] { place.Main, place.Rival }
                .OfType<Activation>()
                .Where(activation => activation.Phase is ActivationPhase.Active)
            : [];

    /// <summary>An activation is no more: the directory forgets it.</summary>
    public void Ended(Activation activation)
    {
        if (_directory.TryGetValue(activation.GrainId, out var place))
        {
            place.Forget(activation);
        }
    }

    /// <summary>From now on things go wrong.</summary>
    public void BeginFaults()
    {
        Faults = Storage.Faults = _drawn;
        Storage.LandsLate = CrashWriters;
        _crashesLeft = Faults.ActivationCrashes;
        _deactivationsLeft = Faults.Deactivations;
        _siloCrashesLeft = Faults.SiloCrashes;
        if (_crashesLeft + _deactivationsLeft + _siloCrashesLeft > 0)
        {
            Scheduler.BeforeStep = BeforeStep;
        }

        for (var outage = 0; outage < Faults.Outages; outage++)
        {
            Scheduler.After(Chance.Milliseconds(500, 20_000), () => SetOutage(true));
        }

        for (var join = 0; join < Faults.Joins; join++)
        {
            Scheduler.After(Chance.Milliseconds(50, 40_000), Join);
        }
    }

    private void SetOutage(bool isOut)
    {
        if (Faults.AreNone)
        {
            return;
        }

        Say(isOut ? "no write reaches the storage any more" : "writes reach the storage again");
        Storage.Faults =
            !isOut ? Faults
            : Chance.Happens(0.5) ? Faults with { WriteLost = 1 }
            : Faults with
            {
                WriteLost = 0,
                AcknowledgementLost = 0,
                StorageBusy = 0,
                WriteLandsLate = 1,
                LandsVeryLate = true,
            };
        if (isOut)
        {
            Scheduler.After(Faults.OutageLasts, () => SetOutage(false));
        }
    }

    /// <summary>While its write is on its way for long, a declaration may go, and with it whoever would have told the outcome.</summary>
    private void CrashWriters(IReadOnlyList<string> keys)
    {
        if (!Storage.Faults.LandsVeryLate)
        {
            return;
        }

        foreach (var key in keys)
        {
            if (key.StartsWith(Model.Promises.DocumentPrefix, StringComparison.Ordinal) && Chance.Happens(0.4))
            {
                var grainId = GrainId.Create(GrainMaker.Declaration, key[Model.Promises.DocumentPrefix.Length..]);
                Later(Chance.Milliseconds(1, 50), () => ActivationsOf(grainId).ToList().ForEach(Crash));
            }
        }
    }

    private void AddSilo() => _silos.Add(new SimulatedSilo(this, _silos.Count + 1));

    private Activation? Find(GrainId grainId, SimulatedSilo? from)
    {
        if (!_directory.TryGetValue(grainId, out var place))
        {
            _directory[grainId] = place = new Place();
        }

        if (place.IsSplit && Chance.Happens(0.5))
        {
            return place.Rival ??= Make(grainId, except: place.Main?.Silo);
        }

        place.Main ??= Make(grainId, except: null);
        // A crash that nobody has noticed yet: what is sent there is lost.
        return place.Main is { Phase: ActivationPhase.Gone } ? null : place.Main;
    }

    private Activation Make(GrainId grainId, SimulatedSilo? except)
    {
        var living = _silos.FindAll(silo => !silo.IsDead);
        var possible = living.FindAll(silo => silo != except);
        var silo = Chance.Of(possible.Count > 0 ? possible : living);
        var activation = new Activation(this, silo, grainId, $"{grainId.Key}#{++_activations}@{silo.Number}");
        silo.Add(activation.Lane);
        Say($"{activation} begins");
        activation.Begin(GrainMaker.Make);
        return activation;
    }

    /// <summary>Between two awaits of an activation it may be its end, or that of its silo.</summary>
    private void BeforeStep(Lane lane)
    {
        if (lane.Context is not Activation { Phase: ActivationPhase.Active or ActivationPhase.Activating } activation)
        {
            return;
        }

        var isDeclaration = activation.GrainId.Type.ToString() == GrainMaker.Declaration;
        var share = isDeclaration ? 0.012 : 0.004;
        if (_crashesLeft > 0 && Chance.Happens(share))
        {
            _crashesLeft--;
            Crash(activation);
        }
        else if (_deactivationsLeft > 0 && Chance.Happens(share))
        {
            _deactivationsLeft--;
            Say($"{activation} is deactivated");
            activation.Deactivate(default);
        }
        else if (_siloCrashesLeft > 0 && Chance.Happens(share / 2))
        {
            _siloCrashesLeft--;
            Crash(activation.Silo);
        }
    }

    private void Crash(Activation activation)
    {
        Say($"{activation} crashes");
        activation.Crash();
        Later(
            Chance.Milliseconds(1, 3_000),
            () =>
            {
                Ended(activation);
                Break(at => at == activation);
            }
        );
    }

    private void Crash(SimulatedSilo silo)
    {
        Say($"{silo} crashes");
        silo.Kill();
        var lost = new List<Activation>();
        foreach (var place in _directory.Values)
        {
            foreach (var activation in new[] { place.Main, place.Rival })
            {
                if (activation?.Silo == silo)
                {
                    activation.Crash();
                    lost.Add(activation);
                }
            }
        }

        Later(
            Chance.Milliseconds(2_000, 15_000),
            () =>
            {
                Say($"{silo} is known to be gone");
                lost.ForEach(Ended);
                Break(at => at.Silo == silo);
                AddSilo();
                TellOfChange();
                Split();
            }
        );
    }

    private void Join()
    {
        if (!Faults.AreNone)
        {
            AddSilo();
            Say($"{_silos[^1]} joins");
            TellOfChange();
            Split();
        }
    }

    private void TellOfChange()
    {
        foreach (var silo in _silos)
        {
            if (!silo.IsDead)
            {
                Later(Chance.Milliseconds(0, 2_000), silo.Changes.Note);
            }
        }
    }

    /// <summary>For some grains the directory is of two minds for a while; then one of the two activations goes, either of them.</summary>
    private void Split()
    {
        if (Faults.Joins == 0)
        {
            return;
        }

        foreach (var (grainId, place) in _directory)
        {
            if (place.IsSplit || !Chance.Happens(0.5))
            {
                continue;
            }

            place.IsSplit = true;
            Say($"{grainId.Key} may have two activations");
            Later(
                Chance.Between(SplitLeast, SplitMost),
                () =>
                {
                    place.IsSplit = false;
                    var goesMain = Chance.Happens(0.5);
                    if (place.Rival is not { } rival)
                    {
                        return;
                    }

                    var going = goesMain ? place.Main : rival;
                    var staying = goesMain ? rival : place.Main;
                    place.Main = staying;
                    place.Rival = null;
                    Say($"{staying} stays, {going} goes");
                    if (going is { Phase: not ActivationPhase.Gone })
                    {
                        going.Crash();
                        Break(at => at == going);
                    }
                }
            );
        }
    }

    private void Later(TimeSpan wait, Action action)
    {
        Unsettled++;
        Scheduler.After(
            wait,
            () =>
            {
                Unsettled--;
                action();
            }
        );
    }

    /// <summary>What the directory knows of one grain.</summary>
    private sealed class Place
    {
        public Activation? Main { get; set; }

        /// <summary>A second activation; null when there is none.</summary>
        public Activation? Rival { get; set; }

        public bool IsSplit { get; set; }

        public void Forget(Activation activation)
        {
            if (Main == activation)
            {
                Main = Rival;
                Rival = null;
            }
            else if (Rival == activation)
            {
                Rival = null;
            }
        }
    }
}
