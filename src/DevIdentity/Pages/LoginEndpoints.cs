using System.Security.Claims;
using CeActors.DevIdentity.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CeActors.DevIdentity.Pages;

/// <summary>Shows the login form and takes it.</summary>
internal sealed class LoginEndpoints(AccountDirectory accounts, SignInCheck check, IAntiforgery antiforgery)
{
    private const string AuthorizePath = "/connect/authorize?";

    public IResult Show(HttpContext http, string? returnUrl)
    {
        if (!IsOurs(returnUrl))
        {
            return NotOurs();
        }
        return Page(http, returnUrl!);
    }

    public async Task<IResult> TakeAsync(HttpContext http, string? returnUrl)
    {
        if (!IsOurs(returnUrl))
        {
            return NotOurs();
        }
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Page(
                http,
                returnUrl!,
                error: "页面已过期，请重试。 This page is out of date. Please try again.",
                status: 400
            );
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (subject, password) = (form["username"].ToString().Trim(), form["password"].ToString());
        var tooLong = Math.Max(subject.Length, password.Length) > IdentityLimits.CredentialLengthMax;
        switch (tooLong ? new SignInOutcome.Wrong() : check.Check(subject, password))
        {
            case SignInOutcome.Accepted accepted:
                await SignInAsync(http, accepted.Account);
                return Results.LocalRedirect(returnUrl!);
            case SignInOutcome.Locked:
                const string locked = "尝试次数过多，请一分钟后再试。 Too many tries. Please wait a minute.";
                return Page(http, returnUrl!, subject, locked, StatusCodes.Status429TooManyRequests);
            default:
                const string wrong = "账号或密码不正确。 The account or the password is wrong.";
                return Page(http, returnUrl!, tooLong ? "" : subject, wrong, StatusCodes.Status400BadRequest);
        }
    }

    // The only way here is from the authorization endpoint, so the only way back is to it: no open redirect.
    private static bool IsOurs(string? returnUrl) =>
        returnUrl is not null
        && returnUrl.StartsWith(AuthorizePath, StringComparison.Ordinal)
        && !returnUrl.Any(char.IsControl);

    private static IResult NotOurs() =>
        Results.Text(
            "请从应用进入登录页。 Please come here from the application.",
            "text/plain; charset=utf-8",
            statusCode: StatusCodes.Status400BadRequest
        );

    private static Task SignInAsync(HttpContext http, Account account)
    {
        var identity = new ClaimsIdentity(
            [new Claim(Claims.Subject, account.Subject)],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        return http.SignInAsync(new ClaimsPrincipal(identity));
    }

    private IResult Page(
        HttpContext http,
        string returnUrl,
        string subject = "",
        string? error = null,
        int status = 200
    )
    {
        // The form's token also forbids caches to keep the page.
        var token = antiforgery.GetAndStoreTokens(http);
        var page = LoginPage.Render(token, accounts, returnUrl, subject, error);
        return Results.Text(page, "text/html; charset=utf-8", statusCode: status);
    }
}
