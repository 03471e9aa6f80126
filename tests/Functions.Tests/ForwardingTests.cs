using System.Net;
using CeActors.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>Whom the front takes for the caller, and how it thinks that it was addressed, behind proxies and without.</summary>
public sealed class ForwardingTests
{
    private const string Caller = "203.0.113.9";
    private const string Gateway = "10.1.0.5";
    private const string PublicHost = "hours.example.gov.cn";

    [Theory]
    // Behind the gateway, the platform's proxy and the Functions host.
    [InlineData("127.0.0.1", $"{Caller}, {Gateway}", Caller)]
    [InlineData("127.0.0.1", $"{Caller}, {Gateway}, 10.1.1.7", Caller)]
    [InlineData("::1", $"{Caller}:51234, {Gateway}", Caller)]
    [InlineData("::ffff:10.1.0.5", Caller, Caller)]
    [InlineData(Gateway, "2001:db8::7", "2001:db8::7")]
    // What the caller wrote there itself counts for nothing.
    [InlineData("127.0.0.1", $"6.6.6.6, {Caller}, {Gateway}", Caller)]
    [InlineData("127.0.0.1", $"127.0.0.1, {Caller}, {Gateway}", Caller)]
    [InlineData(Caller, "6.6.6.6", Caller)]
    [InlineData("10.2.0.1", "6.6.6.6", "10.2.0.1")]
    [InlineData("127.0.0.1", null, "127.0.0.1")]
    public void The_caller_is_the_first_address_from_behind_that_is_no_proxy_of_ours(
        string remote,
        string? forwarded,
        string caller
    )
    {
        var context = Arriving(remote, forwarded, "https", PublicHost);
        context.Connection.RemoteIpAddress!.ToString().ShouldBe(caller);
    }

    [Fact]
    public void Scheme_and_public_name_are_believed_of_a_proxy()
    {
        var context = Arriving("127.0.0.1", $"{Caller}, {Gateway}", "https", PublicHost);
        context.Request.IsHttps.ShouldBeTrue();
        context.Request.Host.Value.ShouldBe(PublicHost);
    }

    [Fact]
    public void They_are_not_believed_of_anybody_else()
    {
        var context = Arriving(Caller, "6.6.6.6", "https", PublicHost);
        context.Request.IsHttps.ShouldBeFalse();
        context.Request.Host.Value.ShouldBe("127.0.0.1:7071");
    }

    [Fact]
    public void A_name_that_is_not_the_public_one_is_left_aside()
    {
        var context = Arriving("127.0.0.1", Caller, "https", "attacker.example");
        context.Request.Host.Value.ShouldBe("127.0.0.1:7071");
        context.Request.IsHttps.ShouldBeTrue();
    }

    [Fact]
    public void Statements_name_the_public_address_however_the_front_was_asked() =>
        Front.VerificationUrlOf("S-1", "a b").ShouldBe($"https://{PublicHost}/verify/S-1?code=a%20b");

    private static FrontSettings Front { get; } =
        new(7071, new Uri($"https://{PublicHost}/"), null, [System.Net.IPNetwork.Parse("10.1.0.0/23")]);

    private static DefaultHttpContext Arriving(string remote, string? forwarded, string scheme, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("127.0.0.1", 7071);
        context.Request.Headers["X-Forwarded-Proto"] = scheme;
        context.Request.Headers["X-Forwarded-Host"] = host;
        if (forwarded is not null)
        {
            context.Request.Headers["X-Forwarded-For"] = forwarded;
        }

        new ForwardedHeadersMiddleware(
            _ => Task.CompletedTask,
            NullLoggerFactory.Instance,
            Options.Create(Forwarding.Options(Front))
        ).ApplyForwarders(context);
        return context;
    }
}
