using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Overload;

/// <summary>Sends what a crowd wants to: each client one request after another, or so many a second whatever becomes of them.</summary>
public sealed class Driver : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(30);
    private readonly Crowd _crowd;
    private readonly WorkKind[] _order;
    private readonly ConcurrentStack<Wire> _idle;
    private readonly IReadOnlyList<Wire> _wires;
    private int _turn = -1;

    /// <param name="crowd">Who sends.</param>
    /// <param name="address">Where to.</param>
    /// <param name="wireCount">Connections.</param>
    /// <param name="seed">Of the order of kinds.</param>
    public Driver(Crowd crowd, Uri address, int wireCount, int seed)
    {
        _crowd = crowd;
        _order = Mix.Order(seed);
        var end = new IPEndPoint(IPAddress.Loopback, address.Port);
        _wires = [.. Enumerable.Range(0, wireCount).Select(_ => new Wire(end))];
        _idle = new ConcurrentStack<Wire>(_wires);
    }

    /// <summary>Sends with so many clients, each one request after another.</summary>
    public async Task<PhaseFigures> CloseAsync(
        string name,
        int clientCount,
        TimeSpan length,
        CancellationToken cancellationToken
    )
    {
        var figures = new PhaseFigures(name);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, clientCount)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            if (!_idle.TryPop(out var wire))
                            {
                                throw new BenchmarkException("There are more clients than connections.");
                            }

                            while (
                                Stopwatch.GetElapsedTime(start) < length && !cancellationToken.IsCancellationRequested
                            )
                            {
                                await AskAsync(wire, NextKind(), figures, Stopwatch.GetTimestamp(), start);
                            }

                            _idle.Push(wire);
                        },
                        CancellationToken.None
                    )
                )
        );
        cancellationToken.ThrowIfCancellationRequested();
        figures.Length = Stopwatch.GetElapsedTime(start);
        Say(figures);
        return figures;
    }

    /// <summary>
    /// Sends so many a second, whatever becomes of them; what finds no idle connection is counted and left. Returns while the last
    /// ones are under way, so that another phase can follow without a pause.
    /// </summary>
    public async Task<PhaseFigures> OpenAsync(
        string name,
        double perSecond,
        TimeSpan length,
        CancellationToken cancellationToken
    )
    {
        var figures = new PhaseFigures(name);
        var start = Stopwatch.GetTimestamp();
        // A thread of its own keeps the beat while the pool is busy with answers.
        await Task.Factory.StartNew(
            () => Pace(figures, perSecond, start, length, cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        figures.Length = length;
        Say(figures);
        return figures;
    }

    /// <summary>Sends one job until it is decided.</summary>
    /// <returns>False when it was not in time.</returns>
    public async Task<bool> SettleAsync(Job job, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < limit)
        {
            var answer = await RepeatAsync(job);
            _crowd.Take(job, answer);
            if (answer.IsSuccess)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromSeconds(answer.RetryAfterSeconds ?? 1), cancellationToken);
        }

        return false;
    }

    /// <summary>Sends a job once more, without taking its answer over.</summary>
    public async Task<WireAnswer> RepeatAsync(Job job)
    {
        Wire? wire;
        while (!_idle.TryPop(out wire))
        {
            await Task.Delay(Beat);
        }

        try
        {
            return await wire.AskAsync(job.Request);
        }
        finally
        {
            _idle.Push(wire);
        }
    }

    /// <summary>Waits until every request has its answer.</summary>
    /// <exception cref="BenchmarkException">One had none in half a minute.</exception>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (_idle.Count < _wires.Count)
        {
            if (Stopwatch.GetElapsedTime(start) > DrainLimit)
            {
                throw new BenchmarkException($"Requests had no answer after {DrainLimit.TotalSeconds} s.");
            }

            await Task.Delay(Beat, cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var wire in _wires)
        {
            wire.Dispose();
        }
    }

    private void Pace(
        PhaseFigures figures,
        double perSecond,
        long start,
        TimeSpan length,
        CancellationToken cancellationToken
    )
    {
        var ticksEach = Stopwatch.Frequency / perSecond;
        var said = SayEvery;
        for (long sent = 0; !cancellationToken.IsCancellationRequested; )
        {
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed >= length)
            {
                return;
            }

            for (var due = (long)(elapsed.TotalSeconds * perSecond); sent < due; sent++)
            {
                Send(figures, start + (long)(sent * ticksEach), start);
            }

            if (elapsed >= said)
            {
                said += SayEvery;
                Progress.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{figures.Name}: {figures.Sum(kind => kind.Accepted) / elapsed.TotalSeconds:F0} accepted/s, {figures.Sum(kind => kind.Refused) / elapsed.TotalSeconds:F0} refused/s, {figures.Sum(kind => kind.Unsent)} not sent"
                    )
                );
            }

            Thread.Sleep(Beat);
        }
    }

    private void Send(PhaseFigures figures, long due, long start)
    {
        var kind = NextKind();
        if (_idle.TryPop(out var wire))
        {
            _ = AskAndGiveBackAsync(wire, kind, figures, due, start);
        }
        else
        {
            figures.Kinds[kind].Offer();
            figures.Kinds[kind].LeaveUnsent();
        }
    }

    private async Task AskAndGiveBackAsync(Wire wire, WorkKind kind, PhaseFigures figures, long due, long start)
    {
        try
        {
            await AskAsync(wire, kind, figures, due, start);
        }
        catch (Exception failure)
        {
            figures.Faults.AddOrUpdate(failure.Message, 1, (_, count) => count + 1);
        }
        finally
        {
            _idle.Push(wire);
        }
    }

    private async Task AskAsync(Wire wire, WorkKind kind, PhaseFigures figures, long due, long start)
    {
        var job = _crowd.Next(kind);
        figures.Kinds[job.Kind].Offer();
        var answer = await wire.AskAsync(job.Request);
        figures.Take(job.Kind, answer, due, (int)Stopwatch.GetElapsedTime(start, due).TotalSeconds);
        if (_crowd.Take(job, answer) is { } fault)
        {
            figures.Faults.AddOrUpdate(fault, 1, (_, count) => count + 1);
        }
    }

    private WorkKind NextKind() => _order[(Interlocked.Increment(ref _turn) & int.MaxValue) % _order.Length];

    private static void Say(PhaseFigures figures) =>
        Progress.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{figures.Name}: {figures.AcceptedPerSecond:F0} accepted/s, p99 {figures.P99:F0} ms, {figures.Sum(kind => kind.Refused)} refused, {figures.Sum(kind => kind.Unsent)} not sent"
            )
        );
}
