using System.Net;
using CeActors.Functions.Hosting;
using CeActors.Functions.Tests.Hosting;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>Pages, files and the headers that every answer carries.</summary>
public sealed class WebClientTests(FrontFixture front) : IClassFixture<FrontFixture>
{
    [Fact]
    public async Task Without_a_web_client_the_root_is_a_plain_page()
    {
        var page = (await front.Anyone.GetAsync("/")).Require(HttpStatusCode.OK);

        page.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        page.Text.ShouldContain("/api/docs");
        (await front.Anyone.GetAsync("/nothing/here")).RequireProblem(404);
    }

    [Fact]
    public async Task The_reference_page_loads_its_script_from_here()
    {
        var page = (await front.Anyone.GetAsync("/api/docs/")).Require(HttpStatusCode.OK);

        page.Text.ShouldNotContain("https://");
        page.Text.ShouldContain("scalar.js");
        (await front.Anyone.GetAsync("/api/docs/scalar.js"))
            .Require(HttpStatusCode.OK)
            .Bytes.Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        foreach (
            var path in (string[])
                ["/", "/api/rules", "/api/me", "/api/none", "/health/live", "/api/docs/", "/api/openapi.json"]
        )
        {
            var headers = (await front.Anyone.GetAsync(path)).Response.Headers;
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"], path);
            headers.GetValues("X-Frame-Options").Single().ShouldBeOneOf("DENY", "SAMEORIGIN");
            headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src");
            headers.Contains("Server").ShouldBeFalse(path);
        }
    }

    [Fact]
    public async Task One_address_may_verify_only_so_often_without_a_sign_in()
    {
        var port = FreePort.Next();
        await using var app = front.BuildFront(port);
        await app.StartAsync();
        var anyone = new Caller(front.ClientOf(port), null);
        for (var number = 0; number < AnonymousLimit.RequestsMax; number++)
        {
            (await anyone.GetAsync("/api/verification/HN2026-NONE-NONE-NONE?code=A")).RequireProblem(404);
        }

        var refused = await anyone.GetAsync("/api/verification/HN2026-NONE-NONE-NONE?code=A");

        refused.RequireProblem(429, "asked-too-often").Response.Headers.RetryAfter.ShouldNotBeNull();
        (await anyone.GetAsync("/api/rules")).RequireOk();
        await app.StopAsync();
    }

    [Fact]
    public async Task A_web_client_is_served_with_its_addresses_and_its_files_are_kept_by_browsers()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("ceactors-web");
        try
        {
            System.IO.Directory.CreateDirectory(Path.Combine(folder.FullName, "assets"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), "<html>client</html>");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "assets", "app-1234.js"), "let a;");
            var port = FreePort.Next();
            await using var app = front.BuildFront(port, $"--Front:WebRoot={folder.FullName}");
            await app.StartAsync();
            var anyone = new Caller(front.ClientOf(port), null);

            foreach (var path in (string[])["/", "/declarations/123", "/verify/HN1?code=x", "/index.html"])
            {
                var page = (await anyone.GetAsync(path)).Require(HttpStatusCode.OK);
                page.Text.ShouldContain("client");
                page.Response.Headers.CacheControl!.NoCache.ShouldBeTrue(path);
                var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
                policy.ShouldContain($"http://127.0.0.1:{front.Azurite.BlobPort}");
                policy.ShouldContain(front.Issuer.Authority.TrimEnd('/'));
            }

            var script = (await anyone.GetAsync("/assets/app-1234.js")).Require(HttpStatusCode.OK);
            script.Response.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
            (await anyone.GetAsync("/assets/app-none.js")).RequireProblem(404);
            (await anyone.GetAsync("/api/none")).RequireProblem(404);
            (await anyone.GetAsync("/../appsettings.json")).Code.ShouldBeOneOf(200, 404);
            await app.StopAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
