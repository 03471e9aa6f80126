using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CeActors.Local.Identity;

/// <summary>
/// Signs an account in as a browser does: OpenID Connect code flow with PKCE, the provider's login form filled in and sent, its cookies kept.
/// </summary>
/// <param name="authority">The provider's address, with a slash at the end.</param>
/// <param name="redirect">Where the provider sends the code; nobody needs to listen there.</param>
public sealed partial class CodeFlow(Uri authority, Uri redirect)
{
    private const string Client = "ce-web";
    private const string Scope = "openid profile ce.api";
    private const int RedirectsMax = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>An access token and how long it lasts.</summary>
    /// <exception cref="LocalFault">The provider refused or did something unforeseen.</exception>
    public async Task<(string Token, TimeSpan Lifetime)> SignInAsync(
        string subject,
        string password,
        CancellationToken stopping
    )
    {
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
        };
        using var browser = new HttpClient(handler) { Timeout = Limit };
        var verifier = Random64();
        var state = Random64();
        var page = Authorize(verifier, state);
        var filled = false;
        for (var step = 0; step < RedirectsMax; step++)
        {
            using var answer = await browser.GetAsync(page, stopping);
            if (Next(answer, page) is { } next)
            {
                page = next;
            }
            else if (answer.IsSuccessStatusCode && !filled)
            {
                filled = true;
                page = await LogInAsync(browser, page, answer, subject, password, stopping);
            }
            else
            {
                break;
            }

            if (page.GetLeftPart(UriPartial.Path) == redirect.GetLeftPart(UriPartial.Path))
            {
                return await TokenAsync(browser, Code(page, state), verifier, stopping);
            }
        }

        throw new LocalFault(
            $"{authority} did not sign {subject} in; it stopped at {page.GetLeftPart(UriPartial.Path)}."
        );
    }

    private Uri Authorize(string verifier, string state) =>
        new(
            authority,
            "connect/authorize"
                + Query(
                    ("client_id", Client),
                    ("response_type", "code"),
                    ("redirect_uri", redirect.ToString()),
                    ("scope", Scope),
                    ("state", state),
                    ("code_challenge", Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))),
                    ("code_challenge_method", "S256")
                )
        );

    private static async Task<Uri> LogInAsync(
        HttpClient browser,
        Uri page,
        HttpResponseMessage shown,
        string subject,
        string password,
        CancellationToken stopping
    )
    {
        var html = await shown.Content.ReadAsStringAsync(stopping);
        var fields = HiddenFields(html);
        fields["username"] = subject;
        fields["password"] = password;
        var action = FormAction().Match(html) is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : page.ToString();
        var target = new Uri(page, action);
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(target, content, stopping);
        return Next(answer, target)
            ?? throw new LocalFault($"The provider refused the sign-in of {subject} ({(int)answer.StatusCode}).");
    }

    private async Task<(string, TimeSpan)> TokenAsync(
        HttpClient browser,
        string code,
        string verifier,
        CancellationToken stopping
    )
    {
        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = Client,
                ["code"] = code,
                ["redirect_uri"] = redirect.ToString(),
                ["code_verifier"] = verifier,
            }
        );
        using var answer = await browser.PostAsync(new Uri(authority, "connect/token"), content, stopping);
        var text = await answer.Content.ReadAsStringAsync(stopping);
        if (!answer.IsSuccessStatusCode)
        {
            throw new LocalFault($"The provider gave no token ({(int)answer.StatusCode}): {text}");
        }

        using var tokens = JsonDocument.Parse(text);
        return (
            tokens.RootElement.GetProperty("access_token").GetString()!,
            TimeSpan.FromSeconds(tokens.RootElement.GetProperty("expires_in").GetInt32())
        );
    }

    private static string Code(Uri callback, string state)
    {
        var values = callback
            .Query.TrimStart('?')
            .Split('&')
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        if (values.TryGetValue("error", out var error))
        {
            throw new LocalFault($"The provider refused: {error} {values.GetValueOrDefault("error_description")}");
        }

        return values.GetValueOrDefault("state") == state
            ? values["code"]
            : throw new LocalFault("The provider answered with another state than was sent.");
    }

    private static Uri? Next(HttpResponseMessage answer, Uri from) =>
        (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location
            ? new Uri(from, location)
            : null;

    private static Dictionary<string, string> HiddenFields(string html)
    {
        var fields = new Dictionary<string, string>();
        foreach (
            var input in Input().Matches(html).Select(match => match.Value).Where(input => Hidden().IsMatch(input))
        )
        {
            fields[WebUtility.HtmlDecode(NameOf().Match(input).Groups[1].Value)] = WebUtility.HtmlDecode(
                ValueOf().Match(input).Groups[1].Value
            );
        }

        return fields;
    }

    private static string Query(params (string Name, string Value)[] values) =>
        "?" + string.Join('&', values.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));

    private static string Random64() => Base64Url(RandomNumberGenerator.GetBytes(48));

    private static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    [GeneratedRegex("""<form[^>]*\baction="?([^"\s>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex FormAction();

    [GeneratedRegex("<input[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Input();

    [GeneratedRegex("""\btype="?hidden""", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex("""\bname="?([^"\s>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex NameOf();

    [GeneratedRegex("""\bvalue="?([^"\s>]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex ValueOf();
}
