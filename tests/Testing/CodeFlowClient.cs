using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CeActors.Testing;

/// <summary>Tokens as the provider gave them.</summary>
/// <param name="AccessToken">For the API.</param>
/// <param name="RefreshToken">For <see cref="CodeFlowClient.RefreshAsync"/>; null without the scope offline_access.</param>
/// <param name="IdToken">Who signed in.</param>
public sealed record CodeFlowTokens(string AccessToken, string? RefreshToken, string? IdToken);

/// <summary>
/// Signs in to the development identity provider as a browser does: authorization code with PKCE, the login form, cookies.
/// One instance is one browser; it needs nothing listening on its callback address. Not for use by several threads.
/// </summary>
public sealed partial class CodeFlowClient : IDisposable
{
    private const int RedirectsMax = 10;

    private readonly HttpClient _browser;
    private readonly Uri _issuer;

    /// <param name="issuer">Address of the provider.</param>
    /// <param name="redirectUri">Where codes are sent; must be registered, or /callback on the loopback address.</param>
    public CodeFlowClient(Uri issuer, string redirectUri = "http://127.0.0.1:7071/callback")
    {
        _issuer = issuer;
        RedirectUri = redirectUri;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        _browser = new HttpClient(handler) { BaseAddress = issuer };
    }

    /// <summary>The client id that the provider knows.</summary>
    public string ClientId { get; init; } = "ce-web";

    /// <summary>What is asked for, separated by spaces.</summary>
    public string Scope { get; init; } = "openid profile offline_access ce.api";

    /// <summary>Where codes are sent.</summary>
    public string RedirectUri { get; }

    /// <summary>Signs in and redeems the code.</summary>
    /// <exception cref="HttpRequestException">The provider refused; the message holds its answer.</exception>
    public async Task<CodeFlowTokens> SignInAsync(
        string account,
        string password,
        CancellationToken cancellationToken = default
    )
    {
        var verifier = Base64Url(RandomNumberGenerator.GetBytes(32));
        var code = await GetCodeAsync(account, password, verifier, cancellationToken);
        return await RedeemAsync(code, verifier, cancellationToken);
    }

    /// <summary>Signs in and returns the code, not yet redeemed. Without a form if this browser is signed in.</summary>
    public async Task<string> GetCodeAsync(
        string account,
        string password,
        string verifier,
        CancellationToken cancellationToken = default
    )
    {
        var challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var state = Base64Url(RandomNumberGenerator.GetBytes(16));
        using var authorize = await _browser.GetAsync(AuthorizeUri(challenge, state), cancellationToken);
        var answer = authorize;
        try
        {
            for (var redirect = 0; redirect < RedirectsMax; redirect++)
            {
                if (answer.Headers.Location is { } location)
                {
                    var target = new Uri(answer.RequestMessage!.RequestUri!, location);
                    if (target.AbsoluteUri.StartsWith(RedirectUri + "?", StringComparison.Ordinal))
                    {
                        return CodeOf(target, state);
                    }
                    answer = await FollowAsync(answer, _browser.GetAsync(target, cancellationToken));
                }
                else
                {
                    answer = await FollowAsync(answer, SubmitFormAsync(answer, account, password, cancellationToken));
                }
            }
            throw new HttpRequestException($"More than {RedirectsMax} steps to sign in.");
        }
        finally
        {
            answer.Dispose();
        }
    }

    /// <summary>Redeems a code.</summary>
    public Task<CodeFlowTokens> RedeemAsync(
        string code,
        string verifier,
        CancellationToken cancellationToken = default
    ) =>
        TokenAsync(
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = ClientId,
                ["code"] = code,
                ["redirect_uri"] = RedirectUri,
                ["code_verifier"] = verifier,
            },
            cancellationToken
        );

    /// <summary>Exchanges a refresh token.</summary>
    public Task<CodeFlowTokens> RefreshAsync(string refreshToken, CancellationToken cancellationToken = default) =>
        TokenAsync(
            new Dictionary<string, string>
            {
                ["grant_type"] = "refresh_token",
                ["client_id"] = ClientId,
                ["refresh_token"] = refreshToken,
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public void Dispose() => _browser.Dispose();

    private Uri AuthorizeUri(string challenge, string state)
    {
        string[] parameters =
        [
            "response_type=code",
            $"client_id={Uri.EscapeDataString(ClientId)}",
            $"redirect_uri={Uri.EscapeDataString(RedirectUri)}",
            $"scope={Uri.EscapeDataString(Scope)}",
            $"state={state}",
            $"code_challenge={challenge}",
            "code_challenge_method=S256",
        ];
        return new Uri(_issuer, "connect/authorize?" + string.Join('&', parameters));
    }

    private static async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage from, Task<HttpResponseMessage> to)
    {
        var next = await to;
        from.Dispose();
        return next;
    }

    private async Task<HttpResponseMessage> SubmitFormAsync(
        HttpResponseMessage page,
        string account,
        string password,
        CancellationToken cancellationToken
    )
    {
        var html = await page.Content.ReadAsStringAsync(cancellationToken);
        var action = FormAction().Match(html);
        var token = HiddenInput().Match(html);
        if (page.StatusCode != HttpStatusCode.OK || !action.Success || !token.Success)
        {
            throw new HttpRequestException($"No sign-in form: {html}", null, page.StatusCode);
        }
        var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                [WebUtility.HtmlDecode(token.Groups["name"].Value)] = WebUtility.HtmlDecode(
                    token.Groups["value"].Value
                ),
                ["username"] = account,
                ["password"] = password,
            }
        );
        return await _browser.PostAsync(
            new Uri(_issuer, WebUtility.HtmlDecode(action.Groups["action"].Value)),
            form,
            cancellationToken
        );
    }

    private static string CodeOf(Uri callback, string state)
    {
        var answer = callback
            .Query.TrimStart('?')
            .Split('&')
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[^1]));
        if (answer.GetValueOrDefault("state") != state)
        {
            throw new HttpRequestException("The state that came back is not the one sent.");
        }
        return answer.GetValueOrDefault("code")
            ?? throw new HttpRequestException($"No code: {answer.GetValueOrDefault("error")}");
    }

    private async Task<CodeFlowTokens> TokenAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var answer = await _browser.PostAsync(
            new Uri(_issuer, "connect/token"),
            new FormUrlEncodedContent(form),
            cancellationToken
        );
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"No token: {body}", null, answer.StatusCode);
        }
        using var json = JsonDocument.Parse(body);
        string? Read(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new CodeFlowTokens(
            Read("access_token") ?? throw new HttpRequestException("The answer holds no access token."),
            Read("refresh_token"),
            Read("id_token")
        );
    }

    private static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]+)\"")]
    private static partial Regex FormAction();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex HiddenInput();
}
