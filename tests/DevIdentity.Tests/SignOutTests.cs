using System.Net;
using Shouldly;
using Xunit;

namespace CeActors.DevIdentity.Tests;

public sealed class SignOutTests(SharedIdentity shared) : IClassFixture<SharedIdentity>, IDisposable
{
    private readonly HttpClient _plain = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly RunningIdentity _identity = shared.Identity;

    public void Dispose() => _plain.Dispose();

    [Theory]
    [InlineData("http://127.0.0.1:7071/")]
    [InlineData("http://localhost:5173/")]
    public async Task A_registered_address_is_followed_with_the_state(string address)
    {
        using var response = await SignOutAsync($"?post_logout_redirect_uri={Uri.EscapeDataString(address)}&state=s1");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.AbsoluteUri.ShouldBe($"{address}?state=s1");
        response
            .Headers.GetValues("Set-Cookie")
            .ShouldContain(cookie => cookie.StartsWith($"ce-identity-{_identity.Issuer.Port}=;"));
    }

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("http://127.0.0.1:7071/elsewhere")]
    [InlineData("http://127.0.0.1:7071.evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Another_address_is_refused_and_never_followed(string address)
    {
        using var response = await SignOutAsync($"?post_logout_redirect_uri={Uri.EscapeDataString(address)}");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task Without_an_address_the_browser_stays_here()
    {
        using var response = await SignOutAsync("");
        response.Headers.Location!.OriginalString.ShouldBe("/");
    }

    private Task<HttpResponseMessage> SignOutAsync(string query) =>
        _plain.GetAsync(new Uri(_identity.Issuer, "connect/logout" + query));
}
