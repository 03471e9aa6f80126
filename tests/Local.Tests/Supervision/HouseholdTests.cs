using CeActors.Local.Supervision;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Supervision;

public sealed class HouseholdTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("ceactors-household-").FullName;
    private readonly StringWriter _said = new();

    // Says when it is ready and when it was asked to stop.
    private const string Patient =
        "process.on('SIGTERM',()=>{require('fs').appendFileSync('order',process.argv[1]+'\\n');process.exit(0)});"
        + "require('fs').writeFileSync(process.argv[1]+'.ready','');setInterval(()=>{},1000)";

    public void Dispose()
    {
        _said.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Parts_are_stopped_in_the_opposite_order_of_their_start()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no SIGTERM there
        }

        await using (var household = new Household(_folder, new Announcer(_said)))
        {
            foreach (var name in (string[])["storage", "silo", "front"])
            {
                var child = household.Start(Node(name, Patient));
                await household.ReadyAsync(
                    child,
                    _ => Task.FromResult(File.Exists(Path.Combine(_folder, name + ".ready"))),
                    default
                );
            }
        }

        File.ReadAllLines(Path.Combine(_folder, "order")).ShouldBe(["front", "silo", "storage"]);
    }

    [Fact]
    public async Task A_part_that_dies_is_told_with_its_last_words()
    {
        await using var household = new Household(_folder, new Announcer(_said));
        household.Start(Node("silo", "console.error('no storage');process.exit(7)"));
        var dead = await household.Died.WaitAsync(Limit);
        dead.Report.ShouldContain("silo ended with code 7");
        dead.Report.ShouldContain("no storage");
    }

    [Fact]
    public async Task A_part_that_was_asked_to_stop_has_not_died_and_can_be_started_again()
    {
        await using var household = new Household(_folder, new Announcer(_said));
        var other = household.Start(Node("front", Patient));
        var first = household.Start(Node("silo", Patient));

        await household.StopAsync("silo");
        await household.StopAsync("nothing of this name");

        first.Ended.IsCompleted.ShouldBeTrue();
        other.Ended.IsCompleted.ShouldBeFalse();
        household.Died.IsCompleted.ShouldBeFalse();
        household.Start(Node("silo", "process.exit(4)"));
        (await household.Died.WaitAsync(Limit)).Report.ShouldContain("code 4");
    }

    [Fact]
    public async Task Waiting_for_a_part_ends_when_any_part_dies()
    {
        await using var household = new Household(_folder, new Announcer(_said));
        var child = household.Start(Node("silo", "process.exit(3)"));
        var fault = await Should.ThrowAsync<LocalFault>(() =>
            household.ReadyAsync(child, _ => Task.FromResult(false), default).WaitAsync(Limit)
        );
        fault.Message.ShouldContain("code 3");
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_a_clear_fault()
    {
        await using var household = new Household(_folder, new Announcer(_said));
        var missing = new ChildLaunch("silo", "no-such-program", [], new Dictionary<string, string>(), _folder);
        // Where a launcher starts it, the launcher ends and says so.
        try
        {
            var child = household.Start(missing);
            var dead = await household.Died.WaitAsync(Limit);
            dead.Report.ShouldContain("no-such-program");
            child.ShouldBe(dead);
        }
        catch (LocalFault fault)
        {
            fault.Message.ShouldContain("no-such-program");
        }
    }

    [Fact]
    public void The_log_of_the_run_before_is_kept()
    {
        using (var first = new LogFile(_folder, "silo"))
        {
            first.Add("first run");
        }

        new LogFile(_folder, "silo").Dispose();
        File.ReadAllText(Path.Combine(_folder, "silo.previous.log")).ShouldContain("first run");
    }

    [Fact]
    public void Only_the_last_lines_are_kept_for_a_report()
    {
        using var log = new LogFile(_folder, "silo");
        for (var line = 0; line <= LogFile.TailLines; line++)
        {
            log.Add($"line {line}.");
        }

        log.Tail.ShouldNotContain("line 0.");
        log.Tail.ShouldContain("line 1.");
        log.Tail.ShouldContain($"line {LogFile.TailLines}.");
    }

    private ChildLaunch Node(string name, string script) =>
        new(name, "node", ["-e", script, name], new Dictionary<string, string>(), _folder);
}
