using System.Net;
using Shouldly;
using Xunit;

namespace CeActors.Files.Tests;

[Collection(FilesCollection.Name)]
public sealed class EvidenceAccountTests(FilesFixture files)
{
    [Fact]
    public async Task The_configured_origins_may_put_from_a_browser_and_others_may_not()
    {
        var ticket = await files.TicketAsync(files.Announce(SampleFiles.Pdf()));
        foreach (var origin in files.Options.BrowserOrigins)
        {
            using var allowed = await PreflightAsync(ticket.SasUri, origin);
            allowed.StatusCode.ShouldBe(HttpStatusCode.OK);
            allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([origin]);
        }
        using var refused = await PreflightAsync(ticket.SasUri, "http://evil.example");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Ensuring_again_changes_nothing()
    {
        await files.Account.EnsureAsync();
        await files.Account.EnsureAsync();
    }

    [Fact]
    public async Task Nothing_is_public()
    {
        var bound = (await files.AttachAsync(SampleFiles.Pdf())).ShouldBeOfType<EvidenceOutcome.Bound>();
        var uri = files.Account.Evidence.GetBlobClient(bound.Digest).Uri;
        using var response = await files.Browser.GetAsync(uri);
        ((int)response.StatusCode).ShouldBeInRange(401, 404);
    }

    public static TheoryData<EvidenceOptions, string> Wrong() =>
        new()
        {
            { new EvidenceOptions(), "either" },
            {
                new EvidenceOptions { ConnectionString = " " },
                "either"
            },
            {
                new EvidenceOptions { ConnectionString = "x", ServiceUri = new Uri("https://a.example") },
                "either"
            },
            {
                new EvidenceOptions { ServiceUri = new Uri("http://a.example") },
                "https"
            },
            {
                new EvidenceOptions { ServiceUri = new Uri("/a", UriKind.Relative) },
                "https"
            },
            { WithOrigin("*"), "origin" },
            { WithOrigin("https://a.example/"), "origin" },
            { WithOrigin("https://a.example/path"), "origin" },
            { WithOrigin("https://u:p@a.example"), "origin" },
            { WithOrigin("ftp://a.example"), "origin" },
            { WithOrigin("https://a.example,https://b.example"), "origin" },
            { WithOrigins(EvidenceLimits.BrowserOriginsMax + 1), "more than" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_settings_are_named_before_anything_is_sent(EvidenceOptions options, string part)
    {
        options.Problems().ShouldHaveSingleItem().ShouldContain(part);
        Should.Throw<ArgumentException>(() => EvidenceAccount.Open(options, null, TimeProvider.System));
    }

    [Fact]
    public void Right_settings_have_no_problems()
    {
        WithOrigins(EvidenceLimits.BrowserOriginsMax).Problems().ShouldBeEmpty();
        new EvidenceOptions { ServiceUri = new Uri("https://a.blob.core.windows.net") }
            .Problems()
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_connection_without_a_key_cannot_sign_and_is_refused()
    {
        var options = new EvidenceOptions
        {
            ConnectionString = "BlobEndpoint=https://a.example/;SharedAccessSignature=sv=1",
        };
        Should.Throw<ArgumentException>(() => EvidenceAccount.Open(options, null, TimeProvider.System));
    }

    private static EvidenceOptions WithOrigin(string origin) =>
        new() { ConnectionString = "UseDevelopmentStorage=true", BrowserOrigins = [origin] };

    private static EvidenceOptions WithOrigins(int count) =>
        WithOrigin("") with
        {
            BrowserOrigins = [.. Enumerable.Range(0, count).Select(n => $"https://a{n}.example")],
        };

    private async Task<HttpResponseMessage> PreflightAsync(Uri uri, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, uri);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "PUT");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-ms-blob-type");
        return await files.Browser.SendAsync(request);
    }
}
