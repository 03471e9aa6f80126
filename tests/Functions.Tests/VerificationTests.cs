using System.Net;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>The check of what is stored, as an administrator of the registry starts and watches it.</summary>
[Collection(nameof(InWorld))]
public sealed class VerificationTests(World world)
{
    private const string Path = "/api/registry/verification";

    [Fact]
    public async Task An_administrator_starts_it_and_reads_that_nothing_is_broken_while_everybody_works()
    {
        var registrar = world.As(World.Registrar);
        await world.SubmittedAsync(await world.NewPersonAsync());
        var started = await registrar.PostAsync(Path);
        started.Require(HttpStatusCode.Accepted);
        await world.SubmittedAsync(await world.NewPersonAsync());
        var state = await Until.Async(
            async () => (await registrar.GetAsync(Path)).RequireOk()["state"].GetValue<string>(),
            state => state is "finished" or "failed",
            "the verification has ended"
        );
        state.ShouldBe("finished");
        var done = (await registrar.GetAsync(Path)).RequireOk();
        done["result"]["isHealthy"]!.GetValue<bool>().ShouldBeTrue(done.Text);
        done["result"]["declarations"]!.GetValue<long>().ShouldBeGreaterThan(0);
        done["result"]["filesRead"]!.GetValue<bool>().ShouldBeFalse("this silo was not told where the files are");
    }

    [Fact]
    public async Task The_same_command_again_is_answered_with_the_same_run()
    {
        var registrar = world.As(World.Registrar);
        var key = Caller.NewKey();
        var first = (await registrar.PostAsync(Path, key: key)).Require(HttpStatusCode.Accepted);
        var again = (await registrar.PostAsync(Path, key: key)).Require(HttpStatusCode.Accepted);
        again["startedAt"].GetValue<string>().ShouldBe(first["startedAt"].GetValue<string>());
    }

    [Fact]
    public async Task The_key_of_an_administrator_helps_nobody_else()
    {
        var key = Caller.NewKey();
        (await world.As(World.Registrar).PostAsync(Path, key: key)).Require(HttpStatusCode.Accepted);
        (await world.As(World.AgencyAuditor).PostAsync(Path, key: key)).RequireProblem(403);
        (await world.As(World.AgencyAuditor).GetAsync(Path)).RequireProblem(403);
    }
}
