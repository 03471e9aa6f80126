using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Simulation.Model;

namespace CeActors.Simulation.Stories;

/// <summary>
/// One client. It sends a command until it knows what became of it, sometimes twice at once, and sometimes once more long after; whatever
/// it is told goes to the model.
/// </summary>
internal sealed class Client(World world, string name)
{
    private const double DoubleClick = 0.08;
    private const double LateRetry = 0.15;
    private const int CalmAttemptsMax = 10;
    private readonly List<Task> _besides = [];
    private int _commands;

    /// <summary>It has left a command whose outcome it does not know: nobody may ever touch that declaration again.</summary>
    public bool HasGivenUp { get; private set; }

    private Chance Chance => world.Chance;

    /// <summary>A new command of a caller.</summary>
    public Sent Command(string kind, Caller caller, long? version, string? action, string? declarationId)
    {
        var header = Office.Header($"{name}-command-{++_commands}", caller, version);
        return world.Promises.Sends(new Sent(kind, header, action) { DeclarationId = declarationId });
    }

    /// <summary>Sends it until its outcome is known, or now and then gives up: neither value nor refusal.</summary>
    public async Task<Outcome<DeclarationReceipt>> SendAsync(Sent sent, Func<Task<Outcome<DeclarationReceipt>>> call)
    {
        if (Chance.Happens(DoubleClick))
        {
            Besides(() => TryAsync(sent, call));
        }

        var calmAttempts = 0;
        while (true)
        {
            calmAttempts += world.Cluster.Faults.AreNone && world.IsSettled ? 1 : 0;
            if (await TryAsync(sent, call) is { } outcome)
            {
                if (Chance.Happens(LateRetry))
                {
                    var after = Chance.Milliseconds(0, 40_000);
                    Besides(async () =>
                    {
                        await world.Wait(after);
                        await TryAsync(sent, call);
                    });
                }

                return outcome;
            }

            if (Chance.Happens(world.Drawn.GivesUp))
            {
                HasGivenUp = true;
                return new Outcome<DeclarationReceipt>(null, null);
            }

            if (calmAttempts >= CalmAttemptsMax)
            {
                world.Promises.Break($"promise 1: {sent} has no outcome, although nothing goes wrong any more");
                return new Outcome<DeclarationReceipt>(null, null);
            }

            await world.Wait(Chance.Milliseconds(100, 3_000));
        }
    }

    /// <summary>Does something without waiting for it; the client has not ended before it has.</summary>
    public void Besides(Func<Task> work) => _besides.Add(work());

    /// <summary>Waits for all that was begun besides.</summary>
    public async Task EndAsync()
    {
        for (var at = 0; at < _besides.Count; at++)
        {
            await _besides[at];
        }
    }

    private async Task<Outcome<DeclarationReceipt>?> TryAsync(Sent sent, Func<Task<Outcome<DeclarationReceipt>>> call)
    {
        Outcome<DeclarationReceipt> outcome;
        try
        {
            outcome = await call();
        }
        catch (Exception exception)
        {
            world.Cluster.Say($"{sent}: {exception.Message}");
            world.Promises.Require(
                world.Drawn is { AreNone: false, LoseOnlyAcknowledgements: false },
                $"{sent} failed although nothing went wrong that could not be settled: {exception.Message}"
            );
            return null;
        }

        if (world.Trace.IsKept)
        {
            var receipt = outcome.Value;
            world.Cluster.Say(
                receipt is null
                    ? $"{sent} is refused as {outcome.Refusal!.Code}"
                    : $"{sent} is accepted: version {receipt.Version}, {receipt.Status}, held by {receipt.HolderUnitCode}"
            );
        }

        if (outcome.Value is { } value)
        {
            world.Promises.Acknowledged(sent, value);
            if (world.Drawn.AreNone && value.HolderUnitCode is { } holder)
            {
                await ShowsAtOnceAsync(value, holder);
            }
        }
        else
        {
            world.Promises.Refused(sent, outcome.Refusal!.Code);
        }

        return outcome;
    }

    /// <summary>Where nothing goes wrong, the holder's list shows at once what was acknowledged.</summary>
    private async Task ShowsAtOnceAsync(DeclarationReceipt receipt, string holder)
    {
        if (world.Promises.StateOf(receipt.DeclarationId)?.Version != receipt.Version)
        {
            return;
        }

        var page = await world
            .Grains.GetGrain<IReviewUnit>(holder)
            .GetQueueAsync(Office.ReviewerOf(holder), Watcher.First);
        world.Promises.Require(
            world.Promises.StateOf(receipt.DeclarationId)?.Version != receipt.Version
                || page.Value!.Entries.Any(entry => entry.DeclarationId == receipt.DeclarationId),
            $"promise 2: {receipt.DeclarationId} was acknowledged as held by {holder}, whose list does not show it"
        );
    }
}
