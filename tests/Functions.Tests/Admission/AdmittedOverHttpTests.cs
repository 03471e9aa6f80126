using System.Net.Sockets;
using System.Text;
using CeActors.Functions.Admission;
using CeActors.Functions.Tests.Hosting;
using CeActors.Hosting.Configuration;
using CeActors.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Admission;

/// <summary>The admission of the front itself, as it is built, with bounds low enough to be reached.</summary>
[Collection(nameof(InWorld))]
public sealed class AdmittedOverHttpTests(World world)
{
    [Fact]
    public async Task A_person_over_their_rate_is_told_when_to_come_back_and_is_let_in_then()
    {
        await WithFrontAsync(
            async (_, caller) =>
            {
                var person = caller(await world.NewPersonAsync());
                (await person.GetAsync("/api/declarations")).RequireOk();
                (await person.GetAsync("/api/declarations")).RequireOk();

                var refused = (await person.GetAsync("/api/declarations")).RequireProblem(429, "asked-too-often");

                refused.Response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
                (await caller(await world.NewPersonAsync()).GetAsync("/api/declarations")).RequireOk();
                await Until.Async(
                    () => person.GetAsync("/api/declarations"),
                    reply => reply.Code == 200,
                    "the person is let in again"
                );
            },
            "--Admission:CallerBurst=2",
            "--Admission:CallerPerSecond=1"
        );
    }

    [Fact]
    public void A_setting_of_the_admission_that_cannot_be_used_is_named_at_the_start() =>
        Should
            .Throw<SettingsException>(() => world.BuildFront(FreePort.Next(), "--Admission:RequestsMax=5"))
            .Message.ShouldContain("Admission:RequestsMax");

    [Fact]
    public async Task Bodies_that_do_not_end_take_no_places()
    {
        // Ten places: each of these people would hold one.
        await WithFrontAsync(
            async (app, caller) =>
            {
                var subject = await world.NewPersonAsync();
                var limit = app.Services.GetRequiredService<AdaptiveLimit>();
                var sockets = new List<Socket>();
                try
                {
                    for (var number = 0; number < 20; number++)
                    {
                        sockets.Add(await UnendingAsync(app, world.Issuer.Token(subject)));
                        await Until.Async(
                            () => Task.FromResult(limit.UnderWay),
                            underWay => underWay == 0,
                            "it waits for its body without a place"
                        );
                    }

                    (await caller(subject).GetAsync("/api/declarations")).RequireOk();
                    sockets.ShouldAllBe(socket => !socket.Poll(0, SelectMode.SelectRead), "they wait still");
                }
                finally
                {
                    sockets.ForEach(socket => socket.Dispose());
                }
            },
            "--Admission:RequestsMin=10",
            "--Admission:RequestsMax=10"
        );
    }

    private async Task WithFrontAsync(Func<WebApplication, Func<string, Caller>, Task> look, params string[] settings)
    {
        var port = FreePort.Next();
        await using var app = world.BuildFront(port, settings);
        await app.StartAsync();
        var http = world.ClientOf(port);
        await look(app, subject => new Caller(http, world.Issuer.Token(subject)));
        await app.StopAsync(new CancellationToken(canceled: true));
    }

    private static async Task<Socket> UnendingAsync(WebApplication app, string token)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", new Uri(app.Urls.First()).Port);
        var head =
            "POST /api/declarations HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + $"Authorization: Bearer {token}\r\nIdempotency-Key: {Caller.NewKey()}\r\nContent-Length: 1000\r\n"
            + "Expect: 100-continue\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head));
        // Said when the body is asked for, and so after the sign-in.
        var answer = new byte[1_000];
        var length = await socket.ReceiveAsync(answer);
        Encoding.ASCII.GetString(answer, 0, length).ShouldStartWith("HTTP/1.1 100 ");
        return socket;
    }
}
