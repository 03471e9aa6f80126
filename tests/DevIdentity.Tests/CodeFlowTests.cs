using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CeActors.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace CeActors.DevIdentity.Tests;

public sealed class CodeFlowTests(SharedIdentity shared) : IClassFixture<SharedIdentity>, IDisposable
{
    private const string Verifier = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    private readonly HttpClient _plain = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly RunningIdentity _identity = shared.Identity;

    public void Dispose() => _plain.Dispose();

    [Fact]
    public async Task A_person_signs_in_and_the_tokens_name_who_for_whom_and_no_roles()
    {
        using var browser = _identity.Browser();

        var tokens = await browser.SignInAsync("person1", "demo");

        tokens.RefreshToken.ShouldNotBeNull();
        var access = await ValidateAsync(tokens.AccessToken, "ce-api");
        access.Typ.ShouldBe("at+jwt");
        access.Subject.ShouldBe("person1");
        access.GetClaim("name").Value.ShouldBe("欧阳建国");
        access.Issuer.ShouldBe(_identity.Issuer.AbsoluteUri);
        access.Claims.ShouldNotContain(claim => claim.Type == "role" || claim.Type == "ce_sign_in");
        var id = await ValidateAsync(tokens.IdToken!, "ce-web");
        id.Subject.ShouldBe("person1");
    }

    [Fact]
    public async Task The_discovery_document_offers_code_and_S256_and_nothing_weaker()
    {
        var document = await _plain.GetFromJsonAsync<JsonElement>(
            new Uri(_identity.Issuer, ".well-known/openid-configuration")
        );
        Strings(document, "code_challenge_methods_supported").ShouldBe(["S256"]);
        Strings(document, "grant_types_supported").ShouldBe(["authorization_code", "refresh_token"], ignoreOrder: true);
        Strings(document, "response_types_supported").ShouldBe(["code"]);
        document.GetProperty("issuer").GetString().ShouldBe(_identity.Issuer.AbsoluteUri);
    }

    [Fact]
    public async Task A_signed_in_browser_gets_its_next_code_without_a_form()
    {
        using var browser = _identity.Browser();
        await browser.SignInAsync("person1", "demo");
        (await browser.SignInAsync("not asked", "not asked")).AccessToken.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("person1", "wrong")]
    [InlineData("person1", "")]
    [InlineData("person1", "demo ")]
    [InlineData("agency1", "demo")]
    [InlineData("nobody", "demo")]
    [InlineData("PERSON1", "demo")]
    [InlineData("", "")]
    public async Task A_wrong_account_or_password_gets_no_code(string account, string password)
    {
        using var browser = _identity.Browser();
        var refusal = await Should.ThrowAsync<HttpRequestException>(() => browser.SignInAsync(account, password));
        refusal.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refusal.Message.ShouldContain("账号或密码不正确");
    }

    [Fact]
    public async Task A_code_is_redeemed_once_and_its_second_use_ends_the_sign_in()
    {
        using var browser = _identity.Browser();
        var code = await browser.GetCodeAsync("person1", "demo", Verifier);
        var tokens = await browser.RedeemAsync(code, Verifier);
        (await browser.RefreshAsync(tokens.RefreshToken!)).AccessToken.ShouldNotBeEmpty();

        await ShouldRefuseAsync(browser.RedeemAsync(code, Verifier), "invalid_grant");

        await ShouldRefuseAsync(browser.RefreshAsync(tokens.RefreshToken!), "invalid_grant");
        (await browser.SignInAsync("person1", "demo")).AccessToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Of_many_redemptions_of_a_code_at_once_one_succeeds()
    {
        using var browser = _identity.Browser();
        var code = await browser.GetCodeAsync("person1", "demo", Verifier);

        var redeemed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TryRedeemAsync(browser, code)));

        redeemed.Count(succeeded => succeeded).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_without_its_verifier_is_worth_nothing()
    {
        using var browser = _identity.Browser();
        var code = await browser.GetCodeAsync("person1", "demo", Verifier);
        await ShouldRefuseAsync(browser.RedeemAsync(code, new string('x', 43)), "invalid_grant");
        await ShouldRefuseAsync(browser.RedeemAsync(code, ""), "invalid_request");
    }

    [Fact]
    public async Task A_code_of_one_redirect_address_is_refused_for_another()
    {
        using var browser = _identity.Browser();
        using var other = _identity.Browser("http://localhost:5173/callback");
        var code = await browser.GetCodeAsync("person1", "demo", Verifier);
        await ShouldRefuseAsync(other.RedeemAsync(code, Verifier), "invalid_grant");
    }

    [Fact]
    public async Task A_refresh_token_gives_new_tokens_and_no_other_token_does()
    {
        using var browser = _identity.Browser();
        var tokens = await browser.SignInAsync("person1", "demo");

        var refreshed = await browser.RefreshAsync(tokens.RefreshToken!);

        (await ValidateAsync(refreshed.AccessToken, "ce-api")).Subject.ShouldBe("person1");
        refreshed.AccessToken.ShouldNotBe(tokens.AccessToken);
        await ShouldRefuseAsync(browser.RefreshAsync(tokens.AccessToken), "invalid_grant");
        await ShouldRefuseAsync(browser.RefreshAsync("garbage"), "invalid_grant");
    }

    [Theory]
    [InlineData("code_challenge_method=plain&code_challenge=" + Verifier)]
    [InlineData("code_challenge=" + Verifier)]
    [InlineData("")]
    public async Task A_request_without_S256_is_refused(string proof)
    {
        var error = await AuthorizeErrorAsync("http://127.0.0.1:7071/callback", proof);
        error.ShouldBe("invalid_request");
    }

    [Theory]
    [InlineData("https://evil.example/callback")]
    [InlineData("http://127.0.0.1.evil.example/callback")]
    [InlineData("http://127.0.0.1:7071@evil.example/callback")]
    [InlineData("http://user@127.0.0.1:7071/callback")]
    [InlineData("http://127.0.0.1:7071/callback/../../evil")]
    [InlineData("http://127.0.0.1:7071/callback?next=http://evil.example")]
    [InlineData("http://127.0.0.1:7071/callback#x")]
    [InlineData("http://127.0.0.1:7071/other")]
    [InlineData("http://127.0.0.1:7071\\@evil.example/callback")]
    [InlineData("https://127.0.0.1:7071/callback")]
    [InlineData("//evil.example/callback")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_redirect_address_that_is_not_registered_is_refused_and_never_followed(string redirectUri)
    {
        using var response = await _plain.GetAsync(AuthorizeUri(redirectUri, Proof()));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.Location.ShouldBeNull();
    }

    [Theory]
    [InlineData("http://127.0.0.1:40123/callback")]
    [InlineData("http://localhost:40123/callback")]
    [InlineData("http://localhost:5173/callback")]
    public async Task Scripts_may_listen_on_any_port_of_this_machine(string redirectUri)
    {
        using var browser = _identity.Browser(redirectUri);
        (await browser.SignInAsync("agency1", "another")).AccessToken.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("client_id=somebody")]
    [InlineData("response_type=token")]
    [InlineData("scope=openid%20admin")]
    public async Task Other_clients_flows_and_scopes_are_refused(string replaced)
    {
        var name = replaced.Split('=')[0];
        var uri = AuthorizeUri("http://127.0.0.1:7071/callback", Proof()).AbsoluteUri;
        var parts = uri.Split('?');
        var query = parts[1].Split('&').Where(part => !part.StartsWith(name + "=")).Append(replaced);
        using var response = await _plain.GetAsync(new Uri($"{parts[0]}?{string.Join('&', query)}"));
        var refused =
            response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized
            || response.Headers.Location?.Query.Contains("error=") == true;
        refused.ShouldBeTrue();
    }

    [Theory]
    [InlineData("password")]
    [InlineData("client_credentials")]
    public async Task Passwords_are_not_taken_by_the_token_endpoint(string grant)
    {
        using var answer = await _plain.PostAsync(
            new Uri(_identity.Issuer, "connect/token"),
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = grant,
                    ["client_id"] = "ce-web",
                    ["username"] = "person1",
                    ["password"] = "demo",
                }
            )
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("unsupported_grant_type");
    }

    [Fact]
    public async Task Nobody_signed_in_is_told_to_a_client_that_wants_no_form()
    {
        var uri = AuthorizeUri("http://127.0.0.1:7071/callback", Proof() + "&prompt=none");
        using var response = await _plain.GetAsync(uri);
        response.Headers.Location.ShouldNotBeNull().AbsoluteUri.ShouldStartWith("http://127.0.0.1:7071/callback?");
        response.Headers.Location.Query.ShouldContain("error=login_required");
    }

    [Fact]
    public async Task A_client_that_wants_a_login_gets_the_form_once()
    {
        using var response = await _plain.GetAsync(
            AuthorizeUri("http://127.0.0.1:7071/callback", Proof() + "&prompt=login")
        );
        var location = response.Headers.Location.ShouldNotBeNull().OriginalString;
        location.ShouldStartWith("/login?returnUrl=%2Fconnect%2Fauthorize");
        location.ShouldNotContain("prompt");
    }

    [Fact]
    public async Task The_access_token_reads_who_it_is()
    {
        using var browser = _identity.Browser();
        var tokens = await browser.SignInAsync("person1", "demo");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_identity.Issuer, "connect/userinfo"));
        request.Headers.Authorization = new("Bearer", tokens.AccessToken);
        using var response = await _plain.SendAsync(request);
        var claims = await response.Content.ReadFromJsonAsync<JsonElement>();
        claims.GetProperty("sub").GetString().ShouldBe("person1");
        claims.GetProperty("name").GetString().ShouldBe("欧阳建国");
    }

    private static string Proof() => $"code_challenge_method=S256&code_challenge={new string('A', 43)}";

    private Uri AuthorizeUri(string redirectUri, string proof) =>
        new(
            _identity.Issuer,
            "connect/authorize?response_type=code&client_id=ce-web&scope=openid%20ce.api&state=s"
                + $"&redirect_uri={Uri.EscapeDataString(redirectUri)}&{proof}"
        );

    private async Task<string> AuthorizeErrorAsync(string redirectUri, string proof)
    {
        using var response = await _plain.GetAsync(AuthorizeUri(redirectUri, proof));
        var query = response.Headers.Location?.Query ?? await response.Content.ReadAsStringAsync();
        query.ShouldContain("error");
        return query.Contains("invalid_request") ? "invalid_request" : query;
    }

    private async Task<JsonWebToken> ValidateAsync(string token, string audience)
    {
        var keys = await _plain.GetStringAsync(new Uri(_identity.Issuer, ".well-known/jwks"));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = _identity.Issuer.AbsoluteUri,
                ValidAudience = audience,
                IssuerSigningKeys = new JsonWebKeySet(keys).GetSigningKeys(),
            }
        );
        result.IsValid.ShouldBeTrue(result.Exception?.Message);
        return (JsonWebToken)result.SecurityToken;
    }

    private static async Task<bool> TryRedeemAsync(CodeFlowClient browser, string code)
    {
        try
        {
            await browser.RedeemAsync(code, Verifier);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task ShouldRefuseAsync(Task<CodeFlowTokens> request, string error)
    {
        var refusal = await Should.ThrowAsync<HttpRequestException>(() => request);
        refusal.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refusal.Message.ShouldContain(error);
    }

    private static string?[] Strings(JsonElement document, string name) =>
        [.. document.GetProperty(name).EnumerateArray().Select(value => value.GetString())];
}
