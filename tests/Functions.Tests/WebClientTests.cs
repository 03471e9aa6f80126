using System.Net;
using CeActors.Functions.Admission;
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
        for (var number = 0; number < new AdmissionOptions().AddressVerificationsPerMinute; number++)
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

    [Fact]
    public async Task Styles_are_let_in_by_a_number_used_once_and_nothing_inline_besides_but_style_attributes()
    {
        await WithClientAsync(
            async (anyone, _) =>
            {
                var first = (await anyone.GetAsync("/")).Require(HttpStatusCode.OK);
                var second = (await anyone.GetAsync("/units/A?page=2")).Require(HttpStatusCode.OK);

                var (policy, other) = (PolicyOf(first), PolicyOf(second));
                // Style attributes alone: text fields that grow measure themselves by one, and it can name no script.
                policy
                    .Split("; ")
                    .Where(directive => directive.Contains("unsafe"))
                    .ShouldBe(["style-src-attr 'unsafe-inline'"]);
                policy.ShouldContain("script-src 'self';");
                var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
                Convert.FromBase64String(nonce).Length.ShouldBe(WebPage.NonceBytes);
                first.Text.ShouldContain($"content=\"{nonce}\"");
                first.Text.ShouldNotContain(WebPage.NoncePlace);
                other.ShouldNotBe(policy);
            }
        );
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate, br;q=0", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("identity", null)]
    [InlineData("", null)]
    [InlineData("!!", null)]
    public async Task A_file_is_served_as_it_was_compressed_at_build_time(string accepted, string? expected)
    {
        await WithClientAsync(
            async (_, http) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app-1234.js");
                request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
                using var response = await http.SendAsync(request);

                response.StatusCode.ShouldBe(HttpStatusCode.OK);
                response.Content.Headers.ContentEncoding.ShouldBe(expected is null ? [] : [expected]);
                response.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
                response.Headers.Vary.ShouldContain("Accept-Encoding");
                response.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
                (await response.Content.ReadAsStringAsync()).ShouldBe(expected ?? "let a;");
            }
        );
    }

    [Fact]
    public async Task Hidden_files_of_the_build_are_not_served()
    {
        await WithClientAsync(async (anyone, _) => (await anyone.GetAsync("/.vite/manifest.json")).RequireProblem(404));
    }

    [Fact]
    public async Task The_client_learns_what_it_needs_before_a_sign_in()
    {
        var port = FreePort.Next();
        await using var app = front.BuildFront(port, "--Identity:ClientId=web-7", "--Identity:Scopes:0=openid");
        await app.StartAsync();

        var settings = (await new Caller(front.ClientOf(port), null).GetAsync("/api/client-settings")).RequireOk();

        settings["authority"].GetValue<string>().ShouldBe(front.Issuer.Authority);
        settings["clientId"].GetValue<string>().ShouldBe("web-7");
        settings["scopes"].AsArray().Select(scope => scope!.GetValue<string>()).ShouldBe(["openid"]);
        settings["evidenceOrigin"].GetValue<string>().ShouldBe($"http://127.0.0.1:{front.Azurite.BlobPort}");
        settings["verificationBaseAddress"].GetValue<string>().ShouldEndWith("/verify");
        await app.StopAsync();
    }

    private static string PolicyOf(Reply reply) => reply.Response.Headers.GetValues("Content-Security-Policy").Single();

    // The compressed files hold the name of their coding, so that a test sees which one was served.
    private async Task WithClientAsync(Func<Caller, HttpClient, Task> test)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("ceactors-web");
        try
        {
            var assets = folder.CreateSubdirectory("assets").FullName;
            var hidden = folder.CreateSubdirectory(".vite").FullName;
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "index.html"),
                $"<html><meta name=\"style-nonce\" content=\"{WebPage.NoncePlace}\"></html>"
            );
            await File.WriteAllTextAsync(Path.Combine(assets, "app-1234.js"), "let a;");
            await File.WriteAllTextAsync(Path.Combine(assets, "app-1234.js.br"), "br");
            await File.WriteAllTextAsync(Path.Combine(assets, "app-1234.js.gz"), "gzip");
            await File.WriteAllTextAsync(Path.Combine(hidden, "manifest.json"), "{}");
            var port = FreePort.Next();
            await using var app = front.BuildFront(port, $"--Front:WebRoot={folder.FullName}");
            await app.StartAsync();
            var http = front.ClientOf(port);
            await test(new Caller(http, null), http);
            await app.StopAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
