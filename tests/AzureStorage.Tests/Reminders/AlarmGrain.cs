using System.Threading.Channels;

namespace CeActors.AzureStorage.Tests.Reminders;

/// <summary>A grain that a reminder wakes.</summary>
[Alias("ce.tests.i-alarm-grain")]
public interface IAlarmGrain : IGrainWithStringKey
{
    /// <summary>Sets the reminder.</summary>
    [Alias("set")]
    Task SetAsync(string name, TimeSpan every);

    /// <summary>Takes the reminder back.</summary>
    [Alias("stop")]
    Task StopAsync(string name);
}

/// <summary>The grain; each tick is told to the <see cref="Bell"/> of its silo.</summary>
[GrainType("alarm")]
public sealed class AlarmGrain(Bell bell, ILocalSiloDetails silo) : Grain, IAlarmGrain, IRemindable
{
    public Task SetAsync(string name, TimeSpan every) => this.RegisterOrUpdateReminder(name, every, every);

    public async Task StopAsync(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        bell.Ring(new Tick(this.GetPrimaryKeyString(), reminderName, silo.SiloAddress, status.Period));
        return Task.CompletedTask;
    }
}

/// <summary>A tick of a reminder, where it came.</summary>
public sealed record Tick(string Grain, string Name, SiloAddress Silo, TimeSpan Period);

/// <summary>Hears the ticks of all silos of a test.</summary>
public sealed class Bell
{
    private readonly Channel<Tick> _ticks = Channel.CreateUnbounded<Tick>();

    /// <summary>Tells of a tick.</summary>
    public void Ring(Tick tick) => _ticks.Writer.TryWrite(tick);

    /// <summary>The next tick of which <paramref name="wanted"/> is true, of those not yet heard.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public async Task<Tick> HearAsync(string what, Func<Tick, bool> wanted, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            while (true)
            {
                var tick = await _ticks.Reader.ReadAsync(limit.Token);
                if (wanted(tick))
                {
                    return tick;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"There was no tick {what} within {patience}.");
        }
    }

    /// <summary>Forgets the ticks that came so far.</summary>
    public void Forget()
    {
        while (_ticks.Reader.TryRead(out _)) { }
    }
}
