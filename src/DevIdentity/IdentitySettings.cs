namespace CeActors.DevIdentity;

/// <summary>The provider's settings: appsettings, environment variables or command line.</summary>
internal sealed record IdentitySettings
{
    /// <summary>The one client: the web application, without a secret.</summary>
    public const string ClientId = "ce-web";

    /// <summary>Audience of access tokens.</summary>
    public const string Audience = "ce-api";

    /// <summary>Scope that asks for the audience.</summary>
    public const string ApiScope = "ce.api";

    private const int DefaultPort = 7072;

    /// <summary>Address that tokens name as their issuer; also what the provider listens on.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>Where keys are kept, so that a restart signs nobody out.</summary>
    public required string KeyFolder { get; init; }

    /// <summary>A JSON file of accounts; null when all are generated.</summary>
    public required string? AccountsFile { get; init; }

    /// <summary>Subject of generated accounts with {n} for the number, for example person{n}; null generates none.</summary>
    public required string? GeneratedPattern { get; init; }

    /// <summary>How many are generated, numbered from 1.</summary>
    public required int GeneratedCount { get; init; }

    /// <summary>Password of every generated account.</summary>
    public required string GeneratedPassword { get; init; }

    /// <summary>Where codes may be sent, besides /callback on any port of the loopback address.</summary>
    public required IReadOnlyList<string> RedirectUris { get; init; }

    /// <summary>Where a browser may be sent after signing out.</summary>
    public required IReadOnlyList<string> PostLogoutRedirectUris { get; init; }

    /// <summary>Origins whose scripts may call the token endpoint.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A value makes no sense.</exception>
    public static IdentitySettings Read(IConfiguration configuration)
    {
        return new IdentitySettings
        {
            Issuer = ReadIssuer(configuration),
            KeyFolder = Path.GetFullPath(configuration["KeyFolder"] ?? Path.Combine(".local", "identity")),
            AccountsFile = configuration["AccountsFile"],
            GeneratedPattern = configuration["GeneratedAccounts:Pattern"],
            GeneratedCount =
                ReadNumber(configuration, "GeneratedAccounts:Count", IdentityLimits.GeneratedAccountsMax) ?? 0,
            GeneratedPassword = configuration["GeneratedAccounts:Password"] ?? "demo",
            RedirectUris = ReadList(
                configuration,
                "RedirectUris",
                "http://127.0.0.1:7071/callback",
                "http://localhost:5173/callback",
                "http://127.0.0.1:7071/signed-in",
                "http://localhost:7071/signed-in",
                "http://localhost:5173/signed-in",
                "http://127.0.0.1:5173/signed-in"
            ),
            PostLogoutRedirectUris = ReadList(
                configuration,
                "PostLogoutRedirectUris",
                "http://127.0.0.1:7071/",
                "http://localhost:7071/",
                "http://localhost:5173/",
                "http://127.0.0.1:5173/"
            ),
            Origins = ReadList(
                configuration,
                "Origins",
                "http://127.0.0.1:7071",
                "http://localhost:7071",
                "http://localhost:5173",
                "http://127.0.0.1:5173"
            ),
        };
    }

    private static Uri ReadIssuer(IConfiguration configuration)
    {
        var port = ReadNumber(configuration, "port", ushort.MaxValue);
        var text = configuration["Issuer"] ?? $"http://127.0.0.1:{port ?? DefaultPort}/";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var issuer) || issuer.PathAndQuery != "/")
        {
            throw new StartRefusedException(
                $"Issuer must be an address like http://127.0.0.1:{DefaultPort}/, not {text}."
            );
        }
        return port is null || port == issuer.Port
            ? issuer
            : throw new StartRefusedException($"Issuer {issuer} and --port {port} do not agree.");
    }

    private static int? ReadNumber(IConfiguration configuration, string key, int max)
    {
        if (configuration[key] is not { } text)
        {
            return null;
        }
        return int.TryParse(text, out var number) && number >= 1 && number <= max
            ? number
            : throw new StartRefusedException($"{key} must be a number from 1 to {max}, not {text}.");
    }

    private static string[] ReadList(IConfiguration configuration, string key, params string[] whenAbsent) =>
        configuration.GetSection(key).Get<string[]>() ?? whenAbsent;
}
