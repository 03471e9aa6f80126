using System.Net;
using System.Text;
using CeActors.Silo.Hosting;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>Who sees which page of a silo.</summary>
public sealed class PageGateTests
{
    private const int Dashboard = 7073;
    private const int Health = 8081;
    private const string Password = "a password of some length";

    [Theory]
    [InlineData(Dashboard, "127.0.0.1:7073")]
    [InlineData(Health, "10.0.0.7:8081")]
    [InlineData(Health, "whatever the probe says")]
    public async Task Health_is_for_everybody_who_reaches_a_port(int port, string host)
    {
        (await StatusAsync(Local, port, host, "/health/live")).ShouldBe(StatusCodes.Status200OK);
        (await StatusAsync(Local, port, host, "/health/ready")).ShouldBe(StatusCodes.Status200OK);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/dashboard")]
    [InlineData("/diagnostics/storage")]
    [InlineData("/healthy")]
    public async Task The_port_of_health_shows_nothing_else(string path)
    {
        (await StatusAsync(Local, Health, "10.0.0.7:8081", path)).ShouldBe(StatusCodes.Status404NotFound);
        (await StatusAsync(Local with { DashboardPort = 0 }, Health, "localhost", path)).ShouldBe(
            StatusCodes.Status404NotFound
        );
    }

    [Theory]
    [InlineData("localhost:7073", StatusCodes.Status200OK)]
    [InlineData("LOCALHOST", StatusCodes.Status200OK)]
    [InlineData("127.0.0.1:7073", StatusCodes.Status200OK)]
    [InlineData("[::1]:7073", StatusCodes.Status200OK)]
    [InlineData("attacker.example:7073", StatusCodes.Status400BadRequest)]
    [InlineData("127.0.0.1.attacker.example", StatusCodes.Status400BadRequest)]
    public async Task Without_a_password_the_dashboard_is_for_this_machine_by_its_own_names(string host, int status) =>
        (await StatusAsync(Local, Dashboard, host, "/")).ShouldBe(status);

    [Fact]
    public async Task With_a_password_it_is_for_whoever_has_it()
    {
        foreach (
            var wrong in (string?[])
                [
                    null,
                    "",
                    "Basic",
                    "Basic !",
                    "Bearer " + Basic("operator", Password),
                    "Basic " + Basic("operator", Password + "1"),
                    "Basic " + Basic("operator", ""),
                    "Basic " + Basic("somebody", Password),
                ]
        )
        {
            (await StatusAsync(Guarded, Dashboard, "silo.internal", "/", wrong)).ShouldBe(
                StatusCodes.Status401Unauthorized,
                wrong
            );
        }

        var right = "Basic " + Basic("operator", Password);
        (await StatusAsync(Guarded, Dashboard, "silo.internal", "/", right)).ShouldBe(StatusCodes.Status200OK);
        (await StatusAsync(Guarded, Dashboard, "silo.internal", "/diagnostics/storage", right)).ShouldBe(
            StatusCodes.Status200OK
        );
    }

    private static SiloSettings Local { get; } =
        new()
        {
            Cluster = "",
            Storage = "",
            DashboardPort = Dashboard,
            HealthPort = Health,
        };

    private static SiloSettings Guarded { get; } =
        Local with
        {
            DashboardAddress = IPAddress.Any,
            DashboardPassword = Password,
        };

    private static string Basic(string user, string password) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    private static async Task<int> StatusAsync(
        SiloSettings settings,
        int port,
        string host,
        string path,
        string? authorization = null
    )
    {
        var gate = new PageGate(_ => Task.CompletedTask, settings);
        var context = new DefaultHttpContext();
        context.Connection.LocalPort = port;
        context.Request.Host = new HostString(host);
        context.Request.Path = path;
        if (authorization is not null)
        {
            context.Request.Headers.Authorization = authorization;
        }

        await gate.InvokeAsync(context);
        if (context.Response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate.ToString().ShouldStartWith("Basic ");
        }

        return context.Response.StatusCode;
    }
}
