using Orleans.CodeGeneration;
using Orleans.Serialization.Invocation;
using Orleans.Timers;

namespace CeActors.Simulation.Cluster;

/// <summary>Reminders: durable at once, and delivered wherever a silo lives.</summary>
internal sealed class SimulatedReminders(SimulatedCluster cluster) : IReminderRegistry
{
    private readonly Dictionary<(GrainId, string), Reminder> _reminders = [];

    /// <summary>How many there are.</summary>
    public int Count => _reminders.Count;

    public Task<IGrainReminder> RegisterOrUpdateReminder(
        GrainId callingGrainId,
        string reminderName,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var reminder = new Reminder(callingGrainId, reminderName, period);
        _reminders[(callingGrainId, reminderName)] = reminder;
        cluster.Scheduler.After(dueTime, () => Fire(reminder));
        return Task.FromResult<IGrainReminder>(reminder);
    }

    public Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        _reminders.Remove((callingGrainId, reminder.ReminderName));
        return Task.CompletedTask;
    }

    public Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) =>
        Task.FromResult<IGrainReminder?>(_reminders.GetValueOrDefault((callingGrainId, reminderName)));

    public Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        Task.FromResult<List<IGrainReminder>>([
            .. _reminders.Where(entry => entry.Key.Item1 == callingGrainId).Select(entry => entry.Value),
        ]);

    private void Fire(Reminder reminder)
    {
        if (_reminders.GetValueOrDefault((reminder.GrainId, reminder.ReminderName)) != reminder)
        {
            return;
        }

        cluster.Route(
            new Message(
                reminder.GrainId,
                "reminder",
                InvokeMethodOptions.None,
                async activation =>
                {
                    await ((IRemindable)activation.GrainInstance!).ReceiveReminder(reminder.ReminderName, default);
                    return Response.Completed;
                },
                null,
                null,
                cluster.Scheduler.Now
            ),
            null
        );
        cluster.Scheduler.After(reminder.Period, () => Fire(reminder));
    }

    private sealed record Reminder(GrainId GrainId, string ReminderName, TimeSpan Period) : IGrainReminder;
}
