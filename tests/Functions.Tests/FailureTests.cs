using CeActors.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>How exceptions are answered.</summary>
public sealed class FailureTests
{
    private const string Secret = "the password is swordfish";

    public static TheoryData<Exception, int, string> Cases =>
        new()
        {
            { new TimeoutException(Secret), 503, "unknown-outcome" },
            { new Orleans.Runtime.SiloUnavailableException(Secret), 503, "unknown-outcome" },
            { new Orleans.Storage.InconsistentStateException(Secret), 503, "unknown-outcome" },
            { new Azure.RequestFailedException(503, Secret), 503, "unknown-outcome" },
            { new AggregateException(Secret, new Azure.RequestFailedException(0, Secret)), 503, "unknown-outcome" },
            { new CeActors.AzureStorage.StorageOverloadedException(Secret), 503, "unknown-outcome" },
            { new CeActors.Grains.Commands.OutcomeUnknownException(default), 503, "unknown-outcome" },
            { new ClusterAwayException(), 503, "service-away" },
            { new Orleans.Runtime.GatewayTooBusyException(Secret), 429, "overloaded" },
            { new AggregateException(Secret, new Orleans.Runtime.GatewayTooBusyException(Secret)), 429, "overloaded" },
            { new Orleans.Runtime.LimitExceededException(Secret), 503, "unknown-outcome" },
            { new InvalidOperationException(Secret), 500, "unexpected" },
            { new NullReferenceException(Secret), 500, "unexpected" },
            { new CeActors.AzureStorage.ChangeTooLargeException(default, Secret), 500, "unexpected" },
            { Wrapped(new CeActors.AzureStorage.ChangeTooLargeException(default, Secret)), 500, "unexpected" },
            {
                Wrapped(new CeActors.AzureStorage.StoredDocumentUnreadableException(default, "declaration", Secret)),
                500,
                "unexpected"
            },
            { Wrapped(new CeActors.AzureStorage.StorageOverloadedException(Secret)), 503, "unknown-outcome" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_exception_becomes_a_problem_document_without_its_words(
        Exception thrown,
        int status,
        string code
    )
    {
        var (context, text) = await AnswerAsync(thrown, ChangeMetadata.Instance);

        context.Response.StatusCode.ShouldBe(status);
        text.ShouldContain($"\"code\":\"{code}\"");
        text.ShouldContain("\"traceId\":\"");
        text.ShouldNotContain("swordfish");
        text.ShouldNotContain("Exception");
        (context.Response.Headers.RetryAfter.Count == 1).ShouldBe(status is 429 or 503);
    }

    [Fact]
    public async Task A_read_that_failed_on_the_way_changed_nothing_and_says_so() =>
        (await AnswerAsync(new TimeoutException(Secret), null)).Text.ShouldContain("service-away");

    /// <summary>As the runtime passes on what a storage throws.</summary>
    private static Orleans.Runtime.OrleansException Wrapped(Exception thrown) => new(Secret, thrown);

    private static async Task<(HttpContext Context, string Text)> AnswerAsync(Exception thrown, object? metadata)
    {
        var context = Context(metadata);
        var body = new MemoryStream();
        context.Response.Body = body;
        var middleware = new FailureMiddleware(_ => throw thrown, NullLogger<FailureMiddleware>.Instance);
        await middleware.InvokeAsync(context);
        return (context, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    private static DefaultHttpContext Context(params object?[] metadata)
    {
        var context = new DefaultHttpContext();
        object[] all = [ClusterMetadata.Instance, .. metadata.OfType<object>()];
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(all), "test"));
        return context;
    }
}
