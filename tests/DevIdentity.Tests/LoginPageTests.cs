using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CeActors.DevIdentity.Tests;

public sealed class LoginPageTests : IAsyncLifetime
{
    private const string ReturnUrl = "/connect/authorize?client_id=ce-web";

    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly HttpClient _browser = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }
    );
    private RunningIdentity _identity = null!;

    public async Task InitializeAsync()
    {
        _identity = await RunningIdentity.StartAsync(_folder, time: _time);
        _browser.BaseAddress = _identity.Issuer;
    }

    public async Task DisposeAsync()
    {
        await _identity.DisposeAsync();
        _browser.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_page_is_in_both_languages_lists_the_accounts_and_escapes_what_they_say()
    {
        var page = await _browser.GetStringAsync(LoginPath(ReturnUrl));
        page.ShouldContain("登录");
        page.ShouldContain("Sign in");
        page.ShouldContain("欧阳建国");
        page.ShouldContain("高级工程师 &lt;b&gt;");
        page.ShouldNotContain("<b>");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task The_page_may_not_be_framed_cached_or_run_script()
    {
        using var response = await _browser.GetAsync(LoginPath(ReturnUrl));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/connect/authorizeX?")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/connect/authorize?x\r\nSet-Cookie:a")]
    [InlineData("/connect/logout?post_logout_redirect_uri=x")]
    public async Task A_way_back_to_anywhere_but_the_authorization_endpoint_is_refused(string returnUrl)
    {
        using var shown = await _browser.GetAsync(LoginPath(returnUrl));
        shown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var taken = await PostAsync(returnUrl, await FormTokenAsync(), "person1", "demo");
        taken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        taken.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task A_form_without_our_token_signs_nobody_in()
    {
        using var response = await PostAsync(ReturnUrl, token: null, "person1", "demo");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("页面已过期");
        response.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).ShouldNotContain(cookie => cookie.StartsWith($"ce-identity-{_identity.Issuer.Port}="));
    }

    [Fact]
    public async Task A_form_of_another_shape_is_a_bad_request()
    {
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var response = await _browser.PostAsync(LoginPath(ReturnUrl), json);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_script_and_of_other_sites_forms()
    {
        using var response = await PostAsync(ReturnUrl, await FormTokenAsync(), "person1", "demo");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe(ReturnUrl);
        var cookie = response
            .Headers.GetValues("Set-Cookie")
            .Single(value => value.StartsWith($"ce-identity-{_identity.Issuer.Port}="));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    [Fact]
    public async Task After_too_many_wrong_passwords_even_the_right_one_waits_out_the_minute()
    {
        var token = await FormTokenAsync();
        for (var tries = 0; tries < IdentityLimits.BadTriesMax; tries++)
        {
            using var wrong = await PostAsync(ReturnUrl, token, "person1", "guess");
            wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using var locked = await PostAsync(ReturnUrl, token, "person1", "demo");
        locked.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var other = await PostAsync(ReturnUrl, token, "agency1", "another");
        other.StatusCode.ShouldBe(HttpStatusCode.Redirect, "another account is not locked");

        _time.Advance(IdentityLimits.BadTriesWindow - TimeSpan.FromSeconds(1));
        using var still = await PostAsync(ReturnUrl, await FormTokenAsync(), "person1", "demo");
        still.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        _time.Advance(TimeSpan.FromSeconds(1));
        using var again = await PostAsync(ReturnUrl, await FormTokenAsync(), "person1", "demo");
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_right_password_clears_the_wrong_ones_before_it()
    {
        var token = await FormTokenAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var tries = 0; tries < IdentityLimits.BadTriesMax - 1; tries++)
            {
                (await PostAsync(ReturnUrl, token, "person1", "guess")).Dispose();
            }
            using var right = await PostAsync(ReturnUrl, token, "person1", "demo");
            right.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            token = await FormTokenAsync();
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99999999999999")]
    [InlineData("9223372036854775807")]
    public async Task However_old_a_sign_in_may_be_it_is_no_fault_of_the_server(string maxAge)
    {
        (await PostAsync(ReturnUrl, await FormTokenAsync(), "person1", "demo")).Dispose();
        _time.Advance(TimeSpan.FromMinutes(1));
        var query =
            "client_id=ce-web&response_type=code&scope=openid&redirect_uri=http%3A%2F%2F127.0.0.1%3A7071%2Fcallback"
            + $"&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&max_age={maxAge}";

        using var response = await _browser.GetAsync($"/connect/authorize?{query}");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response
            .Headers.Location!.OriginalString.Contains("/login", StringComparison.Ordinal)
            .ShouldBe(maxAge == "0", "only a sign-in that is too old is asked for again");
    }

    [Theory]
    [InlineData(IdentityLimits.CredentialLengthMax)]
    [InlineData(IdentityLimits.CredentialLengthMax + 1)]
    public async Task A_very_long_name_is_a_wrong_one(int length)
    {
        using var response = await PostAsync(ReturnUrl, await FormTokenAsync(), new string('a', length), "demo");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_request_larger_than_the_limit_is_refused()
    {
        var huge = new string('a', IdentityLimits.RequestBytesMax + 1);
        using var response = await PostAsync(ReturnUrl, await FormTokenAsync(), huge, "demo");
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var form = new FormUrlEncodedContent([new("client_id", "ce-web"), new("code", huge)]);
        using var token = await _browser.PostAsync("connect/token", form);
        token.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static string LoginPath(string returnUrl) => $"/login?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private async Task<KeyValuePair<string, string>> FormTokenAsync()
    {
        var page = await _browser.GetStringAsync(LoginPath(ReturnUrl));
        var token = Regex.Match(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"");
        return new(token.Groups[1].Value, token.Groups[2].Value);
    }

    private async Task<HttpResponseMessage> PostAsync(
        string returnUrl,
        KeyValuePair<string, string>? token,
        string account,
        string password
    )
    {
        var fields = new List<KeyValuePair<string, string>> { new("username", account), new("password", password) };
        if (token is { } own)
        {
            fields.Add(own);
        }
        return await _browser.PostAsync(LoginPath(returnUrl), new FormUrlEncodedContent(fields));
    }
}
