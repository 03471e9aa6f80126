using CeActors.DevIdentity.Accounts;
using CeActors.DevIdentity.Keys;
using CeActors.DevIdentity.Pages;
using CeActors.DevIdentity.Protocol;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;

namespace CeActors.DevIdentity;

/// <summary>Puts the provider together.</summary>
internal static class IdentityHost
{
    private const string DevelopmentSwitch = "--development";

    /// <exception cref="StartRefusedException">The settings do not allow a start.</exception>
    public static WebApplication Create(string[] args, Action<IServiceCollection>? configure = null)
    {
        // The command line reader wants a value after every name; this name is a switch.
        args = [.. args.Select(arg => arg == DevelopmentSwitch ? $"{DevelopmentSwitch}=true" : arg)];
        var builder = WebApplication.CreateBuilder(args);
        var isDevelopment = builder.Environment.IsDevelopment() || builder.Configuration["development"] == "true";
        var settings = IdentitySettings.Read(builder.Configuration);
        LoopbackRule.Require(settings, builder.Configuration, isDevelopment);

        AddServices(builder, settings);
        QuietLogs(builder.Logging);
        configure?.Invoke(builder.Services);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = IdentityLimits.RequestBytesMax;
        });
        builder.WebHost.UseUrls(settings.Issuer.GetLeftPart(UriPartial.Authority));
        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>Starts listening.</summary>
    /// <exception cref="StartRefusedException">The port is taken, or a listener is not on the loopback address.</exception>
    public static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new StartRefusedException($"{failure.Message} Choose another with --port.", failure);
        }
        // What was really bound, whatever was configured.
        foreach (var address in app.Urls)
        {
            LoopbackRule.RequireLoopback(address);
        }
    }

    // Request lines and protocol messages hold tokens and names; the key ring's warning is about keys that are meant to
    // lie in the folder as they are.
    private static void QuietLogs(ILoggingBuilder logging) =>
        logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("OpenIddict", LogLevel.Warning);

    private static void AddServices(WebApplicationBuilder builder, IdentitySettings settings)
    {
        var keys = KeyFolder.Open(settings.KeyFolder);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(AccountDirectory.Load(settings));
        services.AddSingleton<SignInCheck>();
        services.AddSingleton<LoginEndpoints>();
        services.AddProtocol(settings, keys);
        services.AddDataProtection().SetApplicationName("CeActors.DevIdentity").PersistKeysToFileSystem(keys.Cookies);
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                // Cookies do not tell ports apart, so the name must.
                cookie.Cookie.Name = $"ce-identity-{settings.Issuer.Port}";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = IdentityLimits.SignInLifetime;
                cookie.SlidingExpiration = true;
            });
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = $"ce-identity-form-{settings.Issuer.Port}";
            form.SuppressXFrameOptionsHeader = true; // set for every answer
        });
        services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy.WithOrigins([.. settings.Origins]).WithHeaders("authorization", "content-type").AllowAnyMethod()
            )
        );
        // A page of another site whose name resolves to this machine must not reach the provider.
        services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["127.0.0.1", "localhost", "[::1]"]);
    }

    private static void Map(WebApplication app)
    {
        app.Use(next => http => BadRequests.AnswerAsync(http, next, app.Logger));
        app.Use(next => http => PageHeaders.AddAsync(http, next));
        app.UseCors();
        app.UseAuthentication();
        app.MapGet("/health/live", () => Results.Text("ok"));
        app.MapGet("/", () => Results.Text("CeActors 开发登录服务 · development identity provider"));
        app.MapGet(
            "/login",
            (HttpContext http, string? returnUrl, LoginEndpoints login) => login.Show(http, returnUrl)
        );
        app.MapPost(
            "/login",
            (HttpContext http, string? returnUrl, LoginEndpoints login) => login.TakeAsync(http, returnUrl)
        );
        app.MapMethods("/connect/authorize", ["GET", "POST"], AuthorizeEndpoint.HandleAsync);
        app.MapPost("/connect/token", (HttpContext http, TokenEndpoint endpoint) => endpoint.HandleAsync(http));
        app.MapMethods("/connect/userinfo", ["GET", "POST"], (Delegate)SessionEndpoints.UserInfoAsync);
        app.MapMethods("/connect/logout", ["GET", "POST"], (Delegate)SessionEndpoints.SignOutAsync);
    }
}
