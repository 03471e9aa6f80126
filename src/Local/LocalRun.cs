using CeActors.Local.Demo;
using CeActors.Local.Identity;
using CeActors.Local.Parts;
using CeActors.Local.Province;
using CeActors.Local.Settings;
using CeActors.Local.Timers;
using CeActors.Local.Upkeep;

namespace CeActors.Local;

/// <summary>One run of Local from start to stop.</summary>
public sealed class LocalRun(LocalOptions options, Installation installation, Announcer announcer, TimeProvider time)
{
    private static readonly TimeSpan NoticeLimit = TimeSpan.FromSeconds(2);

    /// <summary>Starts everything, does what was asked, stops everything.</summary>
    /// <returns>The exit code: 0 after a clean stop or a demo that went as expected.</returns>
    /// <exception cref="LocalFault">Something went wrong that the message explains; everything is stopped.</exception>
    public async Task<int> PlayAsync(CancellationToken stopping)
    {
        if (options.Command == "help")
        {
            announcer.Say(LocalOptions.Usage);
            return 0;
        }

        if (options.IsUpkeep)
        {
            return await new UpkeepRun(options, installation, announcer, time).PlayAsync(stopping);
        }

        PortCheck.RequireFree(options);
        using var folder = DataFolder.Open(options);
        announcer.Say("启动 Starting …");
        await using var house = new House(
            options,
            installation,
            new DemoProvince(time.GetUtcNow().Year - 1),
            announcer
        );
        using var accounts = new Accounts(options, time);
        try
        {
            await house.StartAsync(stopping);
            await WatchedAsync(house, token => WorkAsync(house, accounts, token), stopping);
            return 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return options.Command == "demo" ? 1 : 0;
        }
        finally
        {
            announcer.Say("停止 Stopping …");
        }
    }

    // Work that fails because a part has died is told as the death of that part, which is noticed a moment later.
    private static async Task WatchedAsync(House house, Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var working = work(end.Token);
        await Task.WhenAny(working, house.Died);
        if (working.Exception?.InnerException is HttpRequestException)
        {
            await Task.WhenAny(house.Died, Task.Delay(NoticeLimit, CancellationToken.None));
        }

        if (house.Died.IsCompleted)
        {
            await end.CancelAsync();
            await Task.WhenAny(working);
            throw new LocalFault((await house.Died).Report);
        }

        await working;
    }

    private async Task WorkAsync(House house, Accounts accounts, CancellationToken stopping)
    {
        var province = new DemoProvince(await LastYearAsync(accounts, stopping));
        var requests = new ProvinceRequests(province);
        if (options.LoadsProvince)
        {
            await new ProvinceLoader(house.StorageConnection, accounts, announcer).LoadAsync(requests, stopping);
        }

        if (options.Command == "demo")
        {
            await new GuideDemo(options, province, requests, accounts, announcer, time).PlayAsync(stopping);
            return;
        }

        new Welcome(options, province, announcer, installation.WebRoot is not null).Say();
        var front = new Uri(options.Address(PortSetting.Front));
        var timers = TimerFunction.Find(Path.GetDirectoryName(installation.Assembly("Functions"))!);
        await new DueTimers(accounts.Plain, front, announcer, time).RunAsync(timers, stopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stopping);
    }

    // The training platform has reported whole years only, and none that cannot be declared.
    private async Task<int> LastYearAsync(Accounts accounts, CancellationToken stopping)
    {
        var rules = (await accounts.Anyone.GetAsync("/api/rules", stopping)).Required();
        return (int)Math.Min(rules.Number("spanToYear"), time.GetUtcNow().Year - 1);
    }
}
