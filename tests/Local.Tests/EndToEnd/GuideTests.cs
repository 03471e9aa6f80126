using System.Net.Sockets;
using System.Text.RegularExpressions;
using CeActors.Local.Demo;
using CeActors.Local.Identity;
using CeActors.Local.Settings;
using CeActors.Testing.Otlp;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace CeActors.Local.Tests.EndToEnd;

/// <summary>The whole guide with real processes, twice in a row, and what a restart keeps.</summary>
public sealed partial class GuideTests : IDisposable
{
    private const decimal ImportedGeneralHours = 30m;
    private const decimal ImportedProfessionalHours = 22.5m;
    private const int Years = 5;
    private readonly string _folder = Directory.CreateTempSubdirectory("ceactors-guide-").FullName;
    private readonly string[] _arguments;

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    public GuideTests() =>
        _arguments = [
            .. LocalProcess.FreePorts(),
            "--data",
            Path.Combine(_folder, "data"),
            "--out",
            Path.Combine(_folder, "out"),
        ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_demo_plays_twice_and_a_restore_and_a_restart_keep_everything_wrong_drafts_too()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // signals are sent to stop it
        }

        await using var telemetry = await OtlpReceiver.StartAsync();
        var first = await PlayAsync(telemetry.Environment);
        DemoTelemetry.ShouldShowEveryHop(telemetry);
        DemoTelemetry.ShouldMeasure(telemetry);
        DemoTelemetry.ShouldNameNobody(telemetry, Path.Combine(_folder, "data", "logs"));
        var second = await PlayAsync(new Dictionary<string, string>());
        second.Person.ShouldNotBe(first.Person);
        second.Number.ShouldNotBe(first.Number);

        var declarationId = "";
        var backup = Path.Combine(_folder, "backup");
        await WithRunAsync(
            async accounts =>
            {
                declarationId = await OpenWrongDraftAsync(accounts);
                (await UpkeepAsync("verify")).ShouldContain("\"verify\":\"healthy\"", customMessage: "while it runs");
                (await UpkeepAsync("backup", backup)).ShouldContain("\"backup\":\"finished\"");
            },
            local => local.Interrupt()
        );
        (await UpkeepAsync("restore", backup, "--fresh")).ShouldContain("\"verify\":\"healthy\"");
        await WithRunAsync(
            async accounts =>
            {
                var draft = (
                    await accounts.Of("person400").GetAsync($"/api/declarations/{declarationId}", default)
                ).Required();
                draft.Text("head.phone").ShouldBe("not a phone");
                draft.List("problems").ShouldContain(problem => problem["path"]!.ToString() == "/head/phone");
                var statements = (await accounts.Of(first.Person).GetAsync("/api/statements", default)).Required();
                statements
                    .List("statements")
                    .Select(statement => statement["content"]!["number"]!.ToString())
                    .ShouldBe([first.Number]);
            },
            // Gone without a word, it leaves nothing running either.
            local => local.KillOutright()
        );
    }

    /// <summary>A command about the storage alone; its last line.</summary>
    private async Task<string> UpkeepAsync(params string[] command)
    {
        using var local = LocalProcess.Start([.. command, .. _arguments]);
        (await local.EndedAsync()).ShouldBe(0, local.Output);
        return local.Output.Split(Environment.NewLine)[^1];
    }

    private async Task<(string Person, string Number)> PlayAsync(IReadOnlyDictionary<string, string> environment)
    {
        var paper = Path.Combine(_folder, "out", "statement.pdf");
        Directory.CreateDirectory(Path.GetDirectoryName(paper)!);
        File.Delete(paper);
        using var local = LocalProcess.Start(environment, ["demo", .. _arguments]);
        (await local.EndedAsync()).ShouldBe(0, local.Output);
        var who = Declarant().Match(local.Output);
        var number = StatementNumber().Match(local.Output).Groups[1].Value;
        await NothingRunsAsync(local);

        using var document = PdfDocument.Open(paper);
        var text = string.Concat(document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
        text.ShouldContain(who.Groups[2].Value);
        text.ShouldContain(number);
        var total = 0m;
        for (var index = 0; index < Years; index++)
        {
            var general = ImportedGeneralHours + Script.TypedGeneralHours;
            var professional = ImportedProfessionalHours + Script.TypedProfessionalHours(index);
            total += general + professional;
            text.ShouldContain(Script.Hours(professional));
            text.ShouldContain(Script.Hours(general + professional));
        }

        text.ShouldContain(Script.Hours(total));
        return (who.Groups[1].Value, number);
    }

    private async Task WithRunAsync(Func<Accounts, Task> act, Action<LocalProcess> stop)
    {
        using var local = LocalProcess.Start(["run", .. _arguments]);
        await local.WelcomedAsync();
        var options = LocalOptions.Parse(_arguments, _ => null, _folder);
        using var accounts = new Accounts(options, TimeProvider.System);
        await act(accounts);
        stop(local);
        var code = await local.EndedAsync();
        code.ShouldBe(local.WasKilled ? LocalProcess.KilledCode : 0, local.Output);
        await NothingRunsAsync(local);
    }

    private static async Task<string> OpenWrongDraftAsync(Accounts accounts)
    {
        var person = accounts.Of("person400");
        var head = new { Phone = "not a phone", PromisesTruth = false };
        var opened = (
            await person.ChangeAsync(HttpMethod.Post, "/api/declarations", new { Head = head }, default)
        ).Required();
        opened.List("problems").ShouldNotBeEmpty();
        return opened.Text("declarationId");
    }

    private async Task NothingRunsAsync(LocalProcess local)
    {
        var options = LocalOptions.Parse(_arguments, _ => null, _folder);
        using var limit = new CancellationTokenSource(EndLimit);
        foreach (var child in ChildProcessId().Matches(local.Output).Select(match => match.Groups[1].Value))
        {
            while (Directory.Exists($"/proc/{child}"))
            {
                await Task.Delay(PollEvery, limit.Token);
            }
        }

        foreach (var port in PortSetting.All)
        {
            while (await ListensAsync(options.Port(port), limit.Token))
            {
                await Task.Delay(PollEvery, limit.Token);
            }
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\(process (\d+)\)")]
    private static partial Regex ChildProcessId();

    [GeneratedRegex(@"\[(person\d+) (\S+) ·")]
    private static partial Regex Declarant();

    [GeneratedRegex(@"statement (\S+) issued")]
    private static partial Regex StatementNumber();
}
