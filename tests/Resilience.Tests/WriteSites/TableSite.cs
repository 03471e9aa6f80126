using System.Net;
using CeActors.AzureStorage.GrainState;
using Shouldly;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>
/// A place of ours that writes tables: what lies there before, the write as its caller does it (repeated until it is told that it
/// is done, with a look at what is stored before each time), and what must be stored in the end.
/// </summary>
/// <param name="Prepare">Before the fault.</param>
/// <param name="Write">One attempt; true when it is done. A repetition looks first.</param>
/// <param name="Check">After all.</param>
internal sealed record TableSite(
    Func<TableRig, Task> Prepare,
    Func<TableRig, Task<bool>> Write,
    Func<TableRig, Task> Check
)
{
    private static readonly DateTime Start = new(2026, 3, 1, 8, 30, 15, DateTimeKind.Utc);
    private static readonly GrainId Grain = GrainId.Create("note", "a");

    /// <summary>By the methods that were found to write.</summary>
    public static IReadOnlyDictionary<string, Func<TableSite>> All { get; } =
        new Dictionary<string, Func<TableSite>>
        {
            ["DirectTransactions.SendAsync"] = () => Document(rig => rig.State),
            ["SdkTransactions.SendAsync"] = () => Document(rig => rig.SdkState),
            ["StorageLayout.CreateTablesAsync"] = Layout,
            ["StorageLayout.StoreAsync"] = Layout,
            ["GatewayList.InitializeGatewayListProviderAsync"] = Gateways,
            ["MembershipTable.InitializeMembershipTableAsync"] = Initialization,
            ["MembershipTable.ChangeAsync"] = Joining,
            ["MembershipTable.UpdateIAmAliveAsync"] = Heartbeat,
            ["MembershipTable.CleanupDefunctSiloEntriesAsync"] = CleanUp,
            ["MembershipTable.DeleteMembershipTableEntriesAsync"] = Deletion,
            ["ReminderTable.StartAsync"] = ReminderStart,
            ["ReminderTable.UpsertRow"] = Reminder,
            ["ReminderTable.RemoveRow"] = ReminderRemoval,
            ["ReminderTable.TestOnlyClearTable"] = ReminderClearing,
        };

    private static TableSite Document(Func<TableRig, GroupCommitStorage> storageOf)
    {
        var state = new GrainState<string[]>(["first"]);
        return new(
            async rig =>
            {
                await storageOf(rig).StartAsync(default);
                await storageOf(rig).WriteStateAsync("note", Grain, state);
            },
            async rig =>
            {
                // As an activation does: after any failure the next one reads.
                if (state.State is ["first"] or null)
                {
                    await storageOf(rig).ReadStateAsync("note", Grain, state);
                }

                if (state.State is not ["second"])
                {
                    state.State = ["second"];
                    try
                    {
                        await storageOf(rig).WriteStateAsync("note", Grain, state);
                    }
                    catch (Exception)
                    {
                        state = new GrainState<string[]>();
                        throw;
                    }
                }

                return true;
            },
            async rig =>
            {
                var stored = new GrainState<string[]>();
                await storageOf(rig).ReadStateAsync("note", Grain, stored);
                stored.State.ShouldBe(["second"]);
                stored.ETag.ShouldBe(state.ETag, "the writer's etag is good for the next write");
                await storageOf(rig).WriteStateAsync("note", Grain, state);
            }
        );
    }

    private static TableSite Layout() =>
        new(
            _ => Task.CompletedTask,
            async rig =>
            {
                await rig.SdkState.StartAsync(default);
                return true;
            },
            async rig =>
            {
                await rig.SdkState.StartAsync(default);
                await rig.SdkState.WriteStateAsync("note", Grain, new GrainState<string[]>(["there"]));
            }
        );

    private static TableSite Gateways() =>
        new(
            _ => Task.CompletedTask,
            async rig =>
            {
                await rig.Gateways.InitializeGatewayListProvider();
                return true;
            },
            async rig => (await rig.Gateways.GetGateways()).ShouldBeEmpty()
        );

    private static TableSite Initialization() =>
        new(
            _ => Task.CompletedTask,
            async rig =>
            {
                await rig.Membership.InitializeMembershipTableAsync(true, default);
                return true;
            },
            async rig => (await rig.Membership.ReadAllAsync(default)).Version.Version.ShouldBe(0)
        );

    private static TableSite Joining()
    {
        var silo = Silo(SiloStatus.Joining);
        return new(
            rig => rig.Membership.InitializeMembershipTableAsync(true, default),
            async rig =>
            {
                // As the runtime does: what is refused, or unknown, is looked at and done again.
                var data = await rig.Membership.ReadAllAsync(default);
                return data.Members.Count == 1
                    || await rig.Membership.InsertRowAsync(silo, data.Version.Next(), default);
            },
            async rig =>
            {
                var data = await rig.Membership.ReadAllAsync(default);
                data.Members.ShouldHaveSingleItem().Item1.ToFullString().ShouldBe(silo.ToFullString());
                data.Version.Version.ShouldBe(1, "one change, one version");
            }
        );
    }

    private static TableSite Heartbeat()
    {
        var silo = Silo(SiloStatus.Active);
        return new(
            rig => InsertAsync(rig, silo),
            async rig =>
            {
                silo.IAmAliveTime = Start.AddMinutes(1);
                await rig.Membership.UpdateIAmAliveAsync(silo, default);
                return true;
            },
            async rig =>
            {
                var data = await rig.Membership.ReadAllAsync(default);
                data.Members.ShouldHaveSingleItem().Item1.IAmAliveTime.ShouldBe(Start.AddMinutes(1));
                data.Version.Version.ShouldBe(1, "a heartbeat is no change of the membership");
            }
        );
    }

    private static TableSite CleanUp() =>
        new(
            rig => InsertAsync(rig, Silo(SiloStatus.Dead)),
            async rig =>
            {
                await rig.Membership.CleanupDefunctSiloEntriesAsync(Start.AddDays(1), default);
                return (await rig.Membership.ReadAllAsync(default)).Members.Count == 0;
            },
            async rig => (await rig.Membership.ReadAllAsync(default)).Members.ShouldBeEmpty()
        );

    private static TableSite Deletion() =>
        new(
            rig => InsertAsync(rig, Silo(SiloStatus.Active)),
            async rig =>
            {
                await rig.Membership.DeleteMembershipTableEntriesAsync(rig.ClusterId, default);
                return true;
            },
            async rig =>
            {
                await rig.Membership.InitializeMembershipTableAsync(true, default);
                (await rig.Membership.ReadAllAsync(default)).Version.Version.ShouldBe(0);
            }
        );

    private static TableSite ReminderStart() =>
        new(
            _ => Task.CompletedTask,
            async rig =>
            {
                await rig.Reminders.StartAsync();
                return true;
            },
            async rig => (await rig.Reminders.ReadRows(Grain)).Reminders.ShouldBeEmpty()
        );

    private static TableSite Reminder() =>
        new(
            rig => rig.Reminders.StartAsync(),
            async rig =>
            {
                await rig.Reminders.UpsertRow(Ring(2));
                return true;
            },
            async rig => (await rig.Reminders.ReadRow(Grain, "ring"))!.Period.ShouldBe(TimeSpan.FromMinutes(2))
        );

    private static TableSite ReminderRemoval() =>
        new(
            async rig =>
            {
                await rig.Reminders.StartAsync();
                await rig.Reminders.UpsertRow(Ring(1));
            },
            async rig =>
                await rig.Reminders.ReadRow(Grain, "ring") is not { } there
                || await rig.Reminders.RemoveRow(Grain, "ring", there.ETag!),
            async rig => (await rig.Reminders.ReadRows(Grain)).Reminders.ShouldBeEmpty()
        );

    private static TableSite ReminderClearing() =>
        new(
            async rig =>
            {
                await rig.Reminders.StartAsync();
                await rig.Reminders.UpsertRow(Ring(1));
            },
            async rig =>
            {
                await rig.Reminders.TestOnlyClearTable();
                return true;
            },
            async rig => (await rig.Reminders.ReadRows(Grain)).Reminders.ShouldBeEmpty()
        );

    private static ReminderEntry Ring(int minutes) =>
        new()
        {
            GrainId = Grain,
            ReminderName = "ring",
            StartAt = Start,
            Period = TimeSpan.FromMinutes(minutes),
        };

    private static async Task InsertAsync(TableRig rig, MembershipEntry silo)
    {
        await rig.Membership.InitializeMembershipTableAsync(true, default);
        var version = (await rig.Membership.ReadAllAsync(default)).Version;
        (await rig.Membership.InsertRowAsync(silo, version.Next(), default)).ShouldBeTrue();
    }

    private static MembershipEntry Silo(SiloStatus status) =>
        new()
        {
            SiloAddress = SiloAddress.New(IPAddress.Loopback, 11111, 7),
            Status = status,
            SiloName = "silo",
            HostName = "host",
            RoleName = "role",
            ProxyPort = 30000,
            StartTime = Start,
            IAmAliveTime = Start,
        };
}
