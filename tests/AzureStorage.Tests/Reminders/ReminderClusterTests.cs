using CeActors.AzureStorage.Tests.Clustering;
using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Reminders;

/// <summary>Reminders under the runtime itself: real silos, real time, our table.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ReminderClusterTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Name = "wake/up?";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly RealCluster _cluster = new(azurite);
    private readonly Bell _bell = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_reminder_rings_goes_on_when_its_silo_stops_and_when_all_have_stopped_until_it_is_taken_back()
    {
        IHost[] silos = [await StartSiloAsync(), await StartSiloAsync()];
        await RealCluster.MembersAreAsync(silos[0], active: 2);
        var alarm = Alarm(silos[0]);
        await alarm.SetAsync(Name, Every);
        var first = await HearAsync("at all", _ => true);
        (first.Name, first.Period).ShouldBe((Name, Every));

        // It stops where it rang; the other silo finds the row and rings on, called by nobody.
        var rang = silos.Single(silo => AddressOf(silo).Equals(first.Silo));
        var other = silos.Single(silo => silo != rang);
        await _cluster.StopAsync(rang);
        var otherAddress = AddressOf(other);
        await HearAsync("on the silo that is left", tick => tick.Silo.Equals(otherAddress));

        // Nobody is left. A new silo knows of the reminder by the table alone.
        await _cluster.StopAsync(other);
        _bell.Forget();
        var third = await StartSiloAsync();
        var address = AddressOf(third);
        await HearAsync("on a silo started later", tick => tick.Silo.Equals(address));

        var table = third.Services.GetRequiredService<IReminderTable>();
        var grain = alarm.GetGrainId();
        (await table.ReadRow(grain, Name)).ShouldNotBeNull().Period.ShouldBe(Every);
        await Alarm(third).StopAsync(Name);
        (await table.ReadRow(grain, Name)).ShouldBeNull();
        (await table.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_survives_a_silo_that_vanishes()
    {
        IHost[] silos = [await StartSiloAsync(), await StartSiloAsync()];
        await RealCluster.MembersAreAsync(silos[0], active: 2);
        await Alarm(silos[0]).SetAsync(Name, Every);
        var first = await HearAsync("at all", _ => true);
        var rang = silos.Single(silo => AddressOf(silo).Equals(first.Silo));
        var other = AddressOf(silos.Single(silo => silo != rang));
        await RealCluster.KillAsync(rang);
        await HearAsync("on the silo that is left", tick => tick.Silo.Equals(other));
    }

    private Task<Tick> HearAsync(string what, Func<Tick, bool> wanted) =>
        _bell.HearAsync(what, wanted, RealCluster.Patience);

    private static SiloAddress AddressOf(IHost silo) =>
        silo.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    private static IAlarmGrain Alarm(IHost silo) =>
        silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IAlarmGrain>("somebody/else");

    private Task<IHost> StartSiloAsync() =>
        _cluster.StartSiloAsync(silo =>
        {
            silo.Services.AddSingleton(_bell);
            silo.Configure<ReminderOptions>(options =>
            {
                options.MinimumReminderPeriod = TimeSpan.FromMilliseconds(100);
                options.RefreshReminderListPeriod = TimeSpan.FromSeconds(2);
            });
        });
}
