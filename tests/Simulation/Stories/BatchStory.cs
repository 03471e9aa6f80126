using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Domain.Declarations;
using CeActors.Grains.Review;
using CeActors.Simulation.Model;

namespace CeActors.Simulation.Stories;

/// <summary>A clerk decides all that waits at the agency in one batch, while some people withdraw.</summary>
internal sealed class BatchStory(World world)
{
    private const string BatchId = "A-ONE-batch-1";
    private const double Withdraws = 0.1;
    private readonly Client _client = new(world, "clerk");
    private readonly List<Sent> _items = [];

    public async Task RunAsync()
    {
        var passes = world.Chance.Happens(0.7);
        var clerk = Office.ReviewerOf(Office.Agency);
        var header = Office.Header("batch-command-1", clerk);
        var waiting = world
            .Promises.RowsOf('w', Office.Agency)
            .Select(row => new BatchItem(row.Key, row.Value))
            .ToList();
        for (var at = 0; at < waiting.Count; at++)
        {
            var (id, version) = (waiting[at].DeclarationId, waiting[at].Version);
            var item = Office.Header(BatchReviewGrain.ItemCommandId(BatchId, at), clerk, version);
            var action = passes ? DeclarationActions.Recognised : DeclarationActions.Returned;
            _items.Add(world.Promises.Sends(new Sent(passes ? "pass" : "return", item, action) { DeclarationId = id }));
            if (world.Chance.Happens(Withdraws))
            {
                _client.Besides(() => WithdrawAsync(id, version));
            }
        }

        var batch = world.Grains.GetGrain<IBatchReview>(BatchId);
        var start = new StartBatch(header, Office.Agency, [.. waiting], passes, passes ? null : "材料不齐");
        await UntilAnsweredAsync(() => batch.StartAsync(start));
        var view = await UntilAnsweredAsync(() => batch.GetAsync(clerk));
        while (view is { Value.IsFinished: false } && world.Promises.Broken is null)
        {
            await world.Wait(world.Chance.Milliseconds(500, 5_000));
            view = await UntilAnsweredAsync(() => batch.GetAsync(clerk));
        }

        Judge(view?.Value);
        await _client.EndAsync();
    }

    private void Judge(BatchView? view)
    {
        world.Promises.Require(
            view?.Outcomes.Length == _items.Count,
            $"promise 1: a batch of {_items.Count} has ended with {view?.Outcomes.Length} outcomes"
        );
        for (var at = 0; at < view?.Outcomes.Length; at++)
        {
            var outcome = view.Outcomes[at];
            if (outcome.Receipt is { } receipt)
            {
                world.Promises.Acknowledged(_items[at], receipt);
            }
            else if (outcome.Refusal!.Code != "outcome-unknown")
            {
                world.Promises.Refused(_items[at], outcome.Refusal.Code);
            }
        }
    }

    private async Task WithdrawAsync(string id, long version)
    {
        await world.Wait(world.Chance.Milliseconds(0, 5_000));
        var owner = world.Promises.StateOf(id)!.PersonId.Value;
        var sent = _client.Command("withdraw", new Contracts.Caller(owner), version, DeclarationActions.Withdrawn, id);
        var declaration = world.Grains.GetGrain<IDeclaration>(id);
        await _client.SendAsync(sent, () => declaration.WithdrawAsync(new WithdrawDeclaration(sent.Header)));
    }

    private async Task<T?> UntilAnsweredAsync<T>(Func<Task<T>> call)
        where T : class
    {
        while (world.Promises.Broken is null)
        {
            try
            {
                return await call();
            }
            catch (Exception exception)
            {
                world.Cluster.Say($"the batch could not be reached: {exception.Message}");
                await world.Wait(world.Chance.Milliseconds(200, 3_000));
            }
        }

        return null;
    }
}
