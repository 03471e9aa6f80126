using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CeActors.DevIdentity.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace CeActors.DevIdentity.Pages;

/// <summary>The login form, in Chinese and English, without script.</summary>
internal static class LoginPage
{
    private const string Style = """
        :root { color-scheme: light; --ink: #1f2328; --muted: #59636e; --accent: #8e1b22; --line: #d0d7de; }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: #f6f4f0;
          color: var(--ink); font: 16px/1.5 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
        main { width: 100%; max-width: 420px; background: #fff; border: 1px solid var(--line); border-radius: 12px; padding: 32px; }
        h1 { margin: 0; font-size: 22px; }
        p { margin: 4px 0 20px; color: var(--muted); font-size: 14px; }
        label { display: block; margin: 14px 0 6px; font-size: 14px; font-weight: 600; }
        input { width: 100%; padding: 10px 12px; font: inherit; border: 1px solid #8c959f; border-radius: 8px; }
        input:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid #d9a5a8; outline-offset: 1px; }
        button { width: 100%; margin-top: 22px; padding: 11px; font: inherit; font-weight: 600; color: #fff; cursor: pointer;
          background: var(--accent); border: 0; border-radius: 8px; }
        .error { margin: 0 0 8px; padding: 10px 12px; color: #82071e; background: #ffebe9; border: 1px solid #ff8182;
          border-radius: 8px; }
        details { margin-top: 22px; font-size: 14px; }
        summary { cursor: pointer; color: var(--muted); }
        table { width: 100%; margin-top: 8px; border-collapse: collapse; }
        td { padding: 5px 8px 5px 0; border-top: 1px solid #eaeef2; vertical-align: top; }
        code { font-family: ui-monospace, monospace; }
        """;

    // Chinese stays readable in the page's source; markup characters are always escaped.
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>For the content security policy: this style and no other.</summary>
    public static string StyleDigest { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static string Render(
        AntiforgeryTokenSet token,
        AccountDirectory accounts,
        string returnUrl,
        string subject = "",
        string? error = null
    )
    {
        var alert = error is null ? "" : $"""<p class="error" role="alert">{Html.Encode(error)}</p>""";
        return $"""
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>登录 · Sign in</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>登录 <span lang="en">Sign in</span></h1>
            <p>仅供开发使用的演示账号 · <span lang="en">Demo accounts, for development only</span></p>
            {alert}
            <form method="post" action="/login{Html.Encode(QueryString.Create("returnUrl", returnUrl).Value!)}">
            <input type="hidden" name="{Html.Encode(token.FormFieldName)}" value="{Html.Encode(token.RequestToken!)}">
            <label for="username">账号 <span lang="en">Account</span></label>
            <input id="username" name="username" value="{Html.Encode(
                subject
            )}" maxlength="{IdentityLimits.CredentialLengthMax}" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
            <label for="password">密码 <span lang="en">Password</span></label>
            <input id="password" name="password" type="password" maxlength="{IdentityLimits.CredentialLengthMax}" autocomplete="current-password" required>
            <button type="submit">登录 <span lang="en">Sign in</span></button>
            </form>
            {AccountList(accounts)}
            </main>
            </body>
            </html>
            """;
    }

    private static string AccountList(AccountDirectory accounts)
    {
        if (accounts.Named.Count == 0)
        {
            return "";
        }
        var rows = accounts
            .Named.Take(IdentityLimits.AccountsShownMax)
            .Select(account =>
                $"<tr><td><code>{Html.Encode(account.Subject)}</code></td><td>{Html.Encode(account.Name)}</td>"
                + $"<td>{Html.Encode(account.Description ?? "")}</td></tr>"
            );
        return $"""
            <details>
            <summary>演示账号 <span lang="en">Demo accounts</span></summary>
            <table><tbody>
            {string.Join('\n', rows)}
            </tbody></table>
            </details>
            """;
    }
}
