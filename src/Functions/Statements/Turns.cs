namespace CeActors.Functions.Statements;

/// <summary>Lets so many work at the same time and so many wait for their turn; further ones are sent away at once.</summary>
internal sealed class Turns(int atOnceMax, int waitingMax)
{
    private readonly SemaphoreSlim _working = new(atOnceMax);
    private int _present;

    /// <summary>Waits for a turn, which lasts until it is disposed of; null when too many wait already.</summary>
    public async Task<IDisposable?> TakeAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _present) > atOnceMax + waitingMax)
        {
            Interlocked.Decrement(ref _present);
            return null;
        }

        try
        {
            await _working.WaitAsync(cancellationToken);
            return new Turn(this);
        }
        catch
        {
            Interlocked.Decrement(ref _present);
            throw;
        }
    }

    private void Leave()
    {
        _working.Release();
        Interlocked.Decrement(ref _present);
    }

    private sealed class Turn(Turns turns) : IDisposable
    {
        private Turns? _turns = turns;

        public void Dispose() => Interlocked.Exchange(ref _turns, null)?.Leave();
    }
}
