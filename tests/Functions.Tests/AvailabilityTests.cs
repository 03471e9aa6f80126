using System.Net;
using CeActors.Functions.Hosting;
using CeActors.Functions.Http;
using CeActors.Functions.Tests.Hosting;
using CeActors.Hosting.Configuration;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>What happens while a part behind the front is away, and that it recovers by itself.</summary>
public sealed class AvailabilityTests(FrontFixture front) : IClassFixture<FrontFixture>
{
    [Fact]
    public async Task It_answers_before_it_has_found_a_silo_and_says_when_to_come_back()
    {
        var port = FreePort.Next();
        await using var alone = front.BuildFront(port, "--Cluster:ClusterId=a-cluster-without-silos");
        var starting = alone.StartAsync();
        var http = front.ClientOf(port);

        var live = await Until.Async(
            async () => await StatusAsync(http, "/health/live"),
            status => status == HttpStatusCode.OK,
            "the front is live"
        );

        live.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(http, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        foreach (var caller in (Caller[])[new(http, null), new(http, front.Issuer.Token("somebody"))])
        {
            var reply = (await caller.GetAsync("/api/rules")).RequireProblem(503, "service-away");
            reply.Response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(FrontProblem.RetryAfterAwaySeconds));
        }

        using var enough = new CancellationTokenSource();
        await enough.CancelAsync();
        await alone.StopAsync(enough.Token);
        await Should.ThrowAsync<Exception>(() => starting);
    }

    [Fact]
    public async Task When_the_silo_dies_it_says_503_and_when_another_comes_it_goes_on()
    {
        (await front.Anyone.GetAsync("/api/rules")).Require(HttpStatusCode.OK);
        await front.KillSiloAsync();
        await Until.Async(
            () => StatusAsync(front.Http, "/health/ready"),
            status => status == HttpStatusCode.ServiceUnavailable,
            "the front noticed"
        );

        // Nothing was sent, and that is what is said: also of commands.
        var key = Caller.NewKey();
        foreach (
            var ask in (Func<Task<Reply>>[])
                [
                    () => front.Anyone.GetAsync("/api/rules"),
                    () => front.As("somebody").GetAsync("/api/me"),
                    () => front.As("somebody").PostAsync("/api/declarations", new { }, key: key),
                ]
        )
        {
            var started = TimeProvider.System.GetTimestamp();
            var away = (await ask()).RequireProblem(503, "service-away");
            away.Response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(FrontProblem.RetryAfterAwaySeconds));
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(ClusterClientSetup.CallTimeLimit / 3);
        }

        (await StatusAsync(front.Http, "/health/live")).ShouldBe(HttpStatusCode.OK);

        // Nobody asks for anything but its health, as while a balancer sends nobody here: it finds the new silo by itself.
        await front.StartSiloAsync();
        await Until.Async(
            () => StatusAsync(front.Http, "/health/ready"),
            status => status == HttpStatusCode.OK,
            "it is ready again"
        );
        (await front.Anyone.GetAsync("/api/rules")).RequireOk();
        // The command that was turned away is decided now, and for the first time.
        (await front.As("somebody").PostAsync("/api/declarations", new { }, key: key)).RequireProblem(
            409,
            "professional-not-registered"
        );
    }

    [Fact]
    public async Task When_the_authority_is_away_a_new_front_says_503_and_not_401()
    {
        var port = FreePort.Next();
        await using var app = front.BuildFront(port, $"--Identity:Authority=http://127.0.0.1:{FreePort.Next()}/");
        await app.StartAsync();

        var reply = await new Caller(front.ClientOf(port), front.Issuer.Token("somebody")).GetAsync("/api/me");

        reply.RequireProblem(503, "identity-away").Response.Headers.RetryAfter.ShouldNotBeNull();
        await app.StopAsync();
    }

    [Fact]
    public void Settings_that_cannot_be_used_are_all_named_at_the_start()
    {
        var fault = Should.Throw<SettingsException>(() =>
            Program.Build([
                "--Front:Port=no",
                "--Identity:Authority=http://elsewhere.example/",
                "--Front:WebRoot=/nowhere",
                "--Front:PublicBaseUri=not an address",
            ])
        );

        foreach (
            var key in (string[])
                [
                    "Front:Port",
                    "Identity:Authority",
                    "Front:WebRoot",
                    "Front:PublicBaseUri",
                    "Cluster:ConnectionString",
                    "Evidence:ConnectionString",
                ]
        )
        {
            fault.Message.ShouldContain(key);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        try
        {
            using var response = await http.GetAsync(path);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }
}
