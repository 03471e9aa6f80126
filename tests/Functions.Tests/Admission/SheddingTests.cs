using System.Net;
using CeActors.Functions.Tests.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Admission;

/// <summary>What a silo sends back because it has too much to do: nothing of it was carried out, and nothing acknowledged is lost.</summary>
public sealed class SheddingTests(World world) : IClassFixture<World>
{
    // No use of the processors is below it.
    private const int AlwaysTooBusy = -1;

    [Fact]
    public async Task A_command_that_a_silo_sheds_is_refused_as_not_done_and_its_repetition_is_decided()
    {
        var person = world.As(await world.NewPersonAsync());
        var before = (await person.GetAsync("/api/declarations")).RequireOk().Text;
        var key = Caller.NewKey();

        await WhileSheddingAsync(async () =>
        {
            var refused = (await person.PostAsync("/api/declarations", new { }, key: key)).RequireProblem(
                429,
                "overloaded"
            );
            refused.Response.Headers.RetryAfter!.Delta.ShouldNotBeNull();
            (await person.GetAsync("/api/declarations")).RequireProblem(429, "overloaded");

            // What needs no silo is answered as always.
            (await world.Anyone.GetAsync("/health/live")).RequireOk();
            (await world.Anyone.GetAsync("/health/ready")).RequireOk();
            (await world.Anyone.GetAsync("/api/client-settings")).RequireOk();
        });

        (await person.GetAsync("/api/declarations")).RequireOk().Text.ShouldBe(before);
        var filed = await person.PostAsync("/api/declarations", new { }, key: key);
        filed.Require(HttpStatusCode.Created);
        (await person.PostAsync("/api/declarations", new { }, key: key)).Text.ShouldBe(filed.Text);
    }

    private async Task WhileSheddingAsync(Func<Task> look)
    {
        var options = world.SiloService<IOptions<LoadSheddingOptions>>().Value;
        options.LoadSheddingEnabled.ShouldBeTrue();
        var usual = options.CpuThreshold;
        options.CpuThreshold = AlwaysTooBusy;
        try
        {
            await Until.Async(
                () => world.Anyone.GetAsync("/api/rules"),
                reply => reply.Code == 429,
                "the silo sheds what comes"
            );
            await look();
        }
        finally
        {
            options.CpuThreshold = usual;
        }

        await Until.Async(
            () => world.Anyone.GetAsync("/api/rules"),
            reply => reply.Code == 200,
            "the silo takes what comes again"
        );
    }
}
