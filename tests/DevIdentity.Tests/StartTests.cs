using System.Net;
using CeActors.DevIdentity.Keys;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.DevIdentity.Tests;

public sealed class StartTests : IDisposable
{
    private const string Verifier = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Refused() =>
        new()
        {
            { "--Issuer=http://192.168.1.10:7072/", "not an http address of this machine" },
            { "--Issuer=http://0.0.0.0:7072/", "not an http address of this machine" },
            { "--Issuer=https://login.example/", "not an http address of this machine" },
            { "--Issuer=http://localhost.evil.example/", "not an http address of this machine" },
            { "--Issuer=nonsense", "Issuer must be" },
            { "--Issuer=http://127.0.0.1:7072/path", "Issuer must be" },
            { "--urls=http://0.0.0.0:7072", "other machines can reach" },
            { "--urls=http://*:7072", "other machines can reach" },
            { "--urls=http://127.0.0.1:7072;http://+:7073", "other machines can reach" },
            { "--urls=http://[::]:7072", "other machines can reach" },
            { "--http_ports=8080", "other machines can reach" },
            { "--Kestrel:Endpoints:Http:Url=http://10.0.0.1:80", "other machines can reach" },
            { "--AccountsFile=/does/not/exist.json", "cannot be read" },
            { "--port=0", "must be a number" },
            { "--port=70000", "must be a number" },
            { "--port=x", "must be a number" },
            { "--GeneratedAccounts:Pattern=person", "must hold {n} once" },
            { "--GeneratedAccounts:Count=1000001", "must be a number" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_setting_that_is_unsafe_or_wrong_ends_the_program_with_2_and_a_reason(string arg, string reason)
    {
        string[] args = ["--development", $"--KeyFolder={_folder.Keys}", $"--AccountsFile={_folder.AccountsFile}", arg];
        var (code, error) = await RunAsync(args);
        code.ShouldBe(Program.ExitRefused);
        error.ShouldContain(reason);
    }

    [Fact]
    public async Task Outside_development_it_does_not_start()
    {
        var (code, error) = await RunAsync(["--environment=Production", $"--AccountsFile={_folder.AccountsFile}"]);
        code.ShouldBe(Program.ExitRefused);
        error.ShouldContain("for development only");
    }

    [Fact]
    public async Task An_issuer_and_a_port_that_disagree_do_not_start()
    {
        var (code, error) = await RunAsync([
            "--development",
            "--Issuer=http://127.0.0.1:7072/",
            "--port=7073",
            $"--AccountsFile={_folder.AccountsFile}",
        ]);
        code.ShouldBe(Program.ExitRefused);
        error.ShouldContain("do not agree");
    }

    [Fact]
    public async Task Without_any_account_it_does_not_start()
    {
        var (code, error) = await RunAsync(["--development", $"--KeyFolder={_folder.Keys}"]);
        code.ShouldBe(Program.ExitRefused);
        error.ShouldContain("no accounts");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[{\"subject\":\"a\",\"name\":\"b\"}]")]
    [InlineData(
        "[{\"subject\":\"a\",\"name\":\"b\",\"password\":\"c\"},{\"subject\":\"a\",\"name\":\"b\",\"password\":\"c\"}]"
    )]
    [InlineData("not json")]
    public async Task A_wrong_accounts_file_is_named(string json)
    {
        await File.WriteAllTextAsync(_folder.AccountsFile, json);
        var (code, error) = await RunAsync(RunningIdentity.Arguments(_folder, FreePort.Next()));
        code.ShouldBe(Program.ExitRefused);
        error.ShouldContain(_folder.AccountsFile);
    }

    [Fact]
    public async Task A_taken_port_is_a_clear_error()
    {
        await using var first = await RunningIdentity.StartAsync(_folder);
        var (code, error) = await RunAsync(RunningIdentity.Arguments(_folder, first.Issuer.Port));
        code.ShouldBe(Program.ExitRefused);
        error.ShouldContain($"{first.Issuer.Port}");
        error.ShouldContain("--port");
    }

    [Theory]
    [InlineData("signing.pem")]
    [InlineData("encryption.key")]
    public async Task A_damaged_key_is_a_clear_error(string file)
    {
        _ = KeyFolder.Open(_folder.Keys);
        await File.WriteAllTextAsync(Path.Combine(_folder.Keys, file), "damaged");
        var (code, error) = await RunAsync(RunningIdentity.Arguments(_folder, FreePort.Next()));
        code.ShouldBe(Program.ExitRefused);
        error.ShouldContain(_folder.Keys);
    }

    [Fact]
    public void Keys_are_readable_by_their_owner_alone_and_made_once()
    {
        var made = KeyFolder.Open(_folder.Keys);
        var read = KeyFolder.Open(_folder.Keys);
        read.Signing.KeyId.ShouldBe(made.Signing.KeyId);
        read.Encryption.Key.ShouldBe(made.Encryption.Key);
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.GetUnixFileMode(Path.Combine(_folder.Keys, "signing.pem")).ShouldBe(owner);
        File.GetUnixFileMode(Path.Combine(_folder.Keys, "encryption.key")).ShouldBe(owner);
        File.GetUnixFileMode(_folder.Keys).ShouldBe(owner | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(_folder.Keys, "cookies")).ShouldBe(owner | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Many_first_starts_at_once_agree_on_the_keys()
    {
        var ids = new string[8];
        Parallel.For(0, ids.Length, index => ids[index] = KeyFolder.Open(_folder.Keys).Signing.KeyId);
        ids.Distinct().ShouldHaveSingleItem();
        Directory.GetFiles(_folder.Keys).Length.ShouldBe(2, "nothing half-made is left behind");
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        var first = await RunningIdentity.StartAsync(_folder);
        using var browser = first.Browser();
        var before = await browser.SignInAsync("person1", "demo");
        await first.DisposeAsync();

        await using var second = await RunningIdentity.StartAsync(_folder, first.Issuer.Port);

        (await browser.RefreshAsync(before.RefreshToken!)).AccessToken.ShouldNotBeEmpty();
        (await browser.SignInAsync("not asked", "not asked")).AccessToken.ShouldNotBeEmpty("the cookie still holds");
        using var api = new HttpClient { BaseAddress = second.Issuer };
        api.DefaultRequestHeaders.Authorization = new("Bearer", before.AccessToken);
        (await api.GetAsync("connect/userinfo")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_of_before_a_restart_is_refused_because_nobody_remembers_its_use()
    {
        var first = await RunningIdentity.StartAsync(_folder);
        using var browser = first.Browser();
        var code = await browser.GetCodeAsync("person1", "demo", Verifier);
        await browser.RedeemAsync(code, Verifier);
        await first.DisposeAsync();

        await using var second = await RunningIdentity.StartAsync(_folder, first.Issuer.Port);

        var refusal = await Should.ThrowAsync<HttpRequestException>(() => browser.RedeemAsync(code, Verifier));
        refusal.Message.ShouldContain("invalid_grant");
    }

    [Fact]
    public async Task An_account_taken_out_of_the_file_gets_no_more_tokens()
    {
        var first = await RunningIdentity.StartAsync(_folder);
        using var browser = first.Browser();
        var tokens = await browser.SignInAsync("person1", "demo");
        await first.DisposeAsync();
        await File.WriteAllTextAsync(_folder.AccountsFile, """[{"subject":"x","name":"x","password":"x"}]""");

        await using var second = await RunningIdentity.StartAsync(_folder, first.Issuer.Port);

        var refusal = await Should.ThrowAsync<HttpRequestException>(() => browser.RefreshAsync(tokens.RefreshToken!));
        refusal.Message.ShouldContain("invalid_grant");
    }

    [Fact]
    public async Task Generated_accounts_sign_in_from_the_first_to_the_last_and_no_further()
    {
        await using var identity = await RunningIdentity.StartAsync(
            _folder,
            more: ["--GeneratedAccounts:Pattern=bench{n}x", "--GeneratedAccounts:Count=1000"]
        );
        foreach (var account in new[] { "bench1x", "bench1000x" })
        {
            using var browser = identity.Browser();
            (await browser.SignInAsync(account, "demo")).AccessToken.ShouldNotBeEmpty();
        }
        foreach (
            var account in new[] { "bench0x", "bench1001x", "bench01x", "bench-1x", "benchx", "bench1", "bench１x" }
        )
        {
            using var browser = identity.Browser();
            await Should.ThrowAsync<HttpRequestException>(() => browser.SignInAsync(account, "demo"));
        }
    }

    [Fact]
    public async Task It_is_alive_and_answers_only_to_its_own_names()
    {
        await using var identity = await RunningIdentity.StartAsync(_folder);
        using var client = new HttpClient { BaseAddress = identity.Issuer };
        (await client.GetAsync("health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var rebound = new HttpRequestMessage(HttpMethod.Get, "health/live")
        {
            Headers = { Host = "evil.example" },
        };
        (await client.SendAsync(rebound)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_web_clients_origin_may_call_the_token_endpoint_and_others_may_not()
    {
        await using var identity = await RunningIdentity.StartAsync(_folder);
        using var client = new HttpClient();
        foreach (var (origin, allowed) in new[] { ("http://127.0.0.1:7071", true), ("http://evil.example", false) })
        {
            using var preflight = new HttpRequestMessage(HttpMethod.Options, new Uri(identity.Issuer, "connect/token"));
            preflight.Headers.Add("Origin", origin);
            preflight.Headers.Add("Access-Control-Request-Method", "POST");
            preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
            using var response = await client.SendAsync(preflight);
            response.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(allowed, origin);
        }
    }

    private static async Task<(int Code, string Error)> RunAsync(string[] args)
    {
        await using var error = new StringWriter();
        var run = Program.RunAsync(args, error);
        var code = await run.WaitAsync(TimeSpan.FromSeconds(30));
        return (code, error.ToString());
    }
}
