using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Azd;

/// <summary>
/// The hooks of azd, run against stand-ins of its two programs that write down what they were asked. They show the order of the
/// steps and what happens when one fails; that the platform answers so is not shown by them.
/// </summary>
public sealed class HookTests : IDisposable
{
    private const string Subscription = "00000000-0000-0000-0000-000000000001";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public async Task The_images_are_built_and_named_by_digest_and_the_other_set_is_next(string standing, string next)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var result = await RunAsync("images", standing: standing);
        result.ExitCode.ShouldBe(0, result.Errors);
        var said = Said("azd");
        said.ShouldContain($"env set SILO_SET {next}");
        said.ShouldContain("env set SILO_IMAGE registry.example.org/ceactors/silo@sha256:5110");
        said.ShouldContain("env set FRONT_IMAGE registry.example.org/ceactors/front@sha256:f407");
        said.ShouldContain("env set REGISTRY_NAME registry");
        var built = Said("az").Where(line => line.StartsWith("acr build", StringComparison.Ordinal)).ToArray();
        built.Length.ShouldBe(2);
        built[0].ShouldContain("--file infra/docker/silo.Dockerfile");
        built[1].ShouldContain("--file infra/docker/front.Dockerfile");
    }

    [Fact]
    public async Task A_build_that_fails_ends_everything_and_tells_azd_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        (await RunAsync("images", failing: "acr build")).ExitCode.ShouldNotBe(0);
        Said("azd").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_digest_that_is_none_ends_everything()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        (await RunAsync("images", digest: "")).ExitCode.ShouldNotBe(0);
        Said("azd").ShouldBeEmpty();
    }

    [Fact]
    public async Task Old_silos_leave_one_by_one_once_the_new_ones_run()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var result = await RunAsync("retire", siloSet: "b");
        result.ExitCode.ShouldBe(0, result.Errors);
        var said = Said("az");
        var looked = said.FindLastIndex(line => line.StartsWith("containerapp show", StringComparison.Ordinal));
        var left = said.FindAll(line => line.StartsWith("containerapp delete", StringComparison.Ordinal));
        left.Count.ShouldBe(2);
        left[0].ShouldContain("ceactors-silo-a-00");
        left[1].ShouldContain("ceactors-silo-a-01");
        said.IndexOf(left[0]).ShouldBeGreaterThan(looked);
        Said("azd").ShouldBe(["env set SILO_SET_STANDING b"]);
    }

    [Theory]
    [InlineData("Stopped", "Healthy")]
    [InlineData("Running", "Unhealthy")]
    public async Task Old_silos_stay_when_a_new_one_does_not_run(string status, string health)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var result = await RunAsync("retire", siloSet: "b", status: status, health: health);
        result.ExitCode.ShouldNotBe(0);
        Said("az").ShouldNotContain(line => line.StartsWith("containerapp delete", StringComparison.Ordinal));
        Said("azd").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public async Task While_a_backup_is_brought_back_every_silo_leaves_and_none_is_waited_for(string siloSet)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var result = await RunAsync("retire", siloSet: siloSet, status: "Stopped", isRestoring: true);
        result.ExitCode.ShouldBe(0, result.Errors);
        Said("az").Count(line => line.StartsWith("containerapp delete", StringComparison.Ordinal)).ShouldBe(4);
        Said("azd").ShouldBeEmpty();
    }

    private List<string> Said(string program)
    {
        var said = File.Exists(_folder[program + ".log"]) ? File.ReadAllLines(_folder[program + ".log"]) : [];
        if (program == "az")
        {
            // In another subscription there may be a group of the same name, with silos that are somebody else's.
            said.ShouldAllBe(line => line.EndsWith($" --subscription {Subscription}"));
        }

        return [.. said];
    }

    private Task<CommandResult> RunAsync(
        string hook,
        string standing = "",
        string siloSet = "",
        string status = "Running",
        string health = "Healthy",
        string digest = "sha256:",
        string failing = "nothing",
        bool isRestoring = false
    )
    {
        Place("azd", "exit 0");
        Place(
            "az",
            $$"""
            case "$*" in "{{failing}}"*) exit 1 ;; esac
            case "$*" in
              "deployment group create"*) echo registry ;;
              "acr show"*) echo registry.example.org ;;
              *"ceactors/silo:"*"--query digest"*) echo {{digest}}5110 ;;
              *"ceactors/front:"*"--query digest"*) echo {{digest}}f407 ;;
              *"=='a'"*) printf 'ceactors-silo-a-00\nceactors-silo-a-01\n' ;;
              *"=='b'"*) printf 'ceactors-silo-b-00\nceactors-silo-b-01\n' ;;
              "containerapp list"*) for set in {{standing}}; do echo "$set"; done ;;
              "containerapp show"*) echo {{status}} ;;
              "containerapp revision list"*) echo {{health}} ;;
            esac
            """
        );
        return Command.RunAsync(
            "sh",
            [Path.Combine(RepositoryRoot.Path, "infra", "hooks", hook + ".sh")],
            RepositoryRoot.Path,
            new Dictionary<string, string?>
            {
                ["PATH"] = $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}",
                ["AZURE_RESOURCE_GROUP"] = "group",
                ["AZURE_SUBSCRIPTION_ID"] = Subscription,
                ["SILO_SET"] = siloSet,
                ["RESTORING"] = isRestoring ? "true" : "false",
                ["CEACTORS_START_SECONDS"] = "0",
                ["CEACTORS_REST_SECONDS"] = "0",
                ["CEACTORS_LOOK_SECONDS"] = "0",
            }
        );
    }

    private void Place(string program, string script)
    {
        var file = _folder[program];
        File.WriteAllText(file, $"#!/bin/sh\necho \"$*\" >>'{_folder[program + ".log"]}'\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
