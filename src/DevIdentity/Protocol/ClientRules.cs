namespace CeActors.DevIdentity.Protocol;

/// <summary>What the one client may ask for: where codes and signed-out browsers may be sent.</summary>
internal sealed class ClientRules(IdentitySettings settings)
{
    private const string CallbackPath = "/callback";

    /// <summary>
    /// A registered address, letter by letter; or /callback on any port of this machine, so that scripts can listen on a
    /// port of their own (RFC 8252 7.3).
    /// </summary>
    public bool MayReceiveCodes(string? redirectUri) =>
        redirectUri is not null
        && (settings.RedirectUris.Contains(redirectUri, StringComparer.Ordinal) || IsLoopbackCallback(redirectUri));

    /// <summary>A registered address, letter by letter.</summary>
    public bool MayReceiveSignedOut(string redirectUri) =>
        settings.PostLogoutRedirectUris.Contains(redirectUri, StringComparer.Ordinal);

    private static bool IsLoopbackCallback(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && LoopbackRule.IsLoopback(uri)
        // Nothing but host and port before the path, and nothing after it, however it was spelled.
        && text == $"{uri.Scheme}://{uri.Authority}{CallbackPath}";
}
