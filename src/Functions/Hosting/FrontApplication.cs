using System.Net;
using System.Reflection;
using CeActors.Functions.Admission;
using CeActors.Functions.Evidence;
using CeActors.Functions.Http;
using CeActors.Functions.Registry;
using CeActors.Hosting.Configuration;
using CeActors.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CeActors.Functions.Hosting;

/// <summary>Puts the front together: what runs in Azure, on a developer's machine and in tests is made here.</summary>
public static class FrontApplication
{
    /// <summary>Connections open at the same time.</summary>
    public const int ConnectionsMax = 10_000;

    /// <summary>How long a client may take to send its headers.</summary>
    public static readonly TimeSpan HeadersTimeLimit = TimeSpan.FromSeconds(15);

    /// <summary>How long running requests are waited for when the app is asked to stop.</summary>
    public static readonly TimeSpan StopTimeLimit = TimeSpan.FromSeconds(20);

    // The tool that writes the OpenAPI document at build runs this program without any of its settings.
    private static bool RunsToDescribe { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    /// <summary>Makes the app; it listens once it is run.</summary>
    /// <param name="arguments">Command line: settings as <c>--Front:Port=7071</c>.</param>
    /// <param name="findGateways">Tells the Orleans client where the cluster's gateways are listed.</param>
    /// <param name="describeOnly">True when it is never run, only asked for its endpoints.</param>
    /// <exception cref="SettingsException">Settings are missing or wrong.</exception>
    public static WebApplication Build(
        string[] arguments,
        Action<IClientBuilder, ClusterSettings> findGateways,
        bool describeOnly = false
    )
    {
        var builder = WebApplication.CreateBuilder(arguments);
        describeOnly |= RunsToDescribe;
        var settings = Settings.Read(builder.Configuration, describeOnly);
        ConfigureLogging(builder.Logging);
        ConfigureServer(builder.WebHost, settings.Front);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Front);
        builder.Services.AddAdmission(settings.Admission);
        builder.Services.AddSingleton<People>();
        builder.Services.AddSignIn(settings.Identity);
        builder.Services.AddEvidence(settings.Evidence);
        builder.Services.AddApiDescription();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTimeLimit);
        builder.AddEdgeTelemetry(settings.Telemetry);
        builder.AddCluster(settings, findGateways);
        if (describeOnly)
        {
            // It starts, but looks for no cluster and no storage.
            builder.Services.RemoveAll<IHostedService>();
        }

        var app = builder.Build();
        Arrange(app, settings);
        return app;
    }

    private static void Arrange(WebApplication app, Settings settings)
    {
        app.UseForwardedHeaders(Forwarding.Options(settings.Front));
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<FailureMiddleware>();
        app.UseWebFiles(settings);
        app.UseRouting();
        app.UseEntrance();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseCallerGate();
        app.UseMiddleware<ClusterGate>();
        Endpoints.Map(app);
        SweepIncoming.Map(app);
        app.MapHealth();
        app.MapApiDescription();
        app.MapWebPages(settings);
    }

    private static void ConfigureServer(ConfigureWebHostBuilder host, FrontSettings settings) =>
        host.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, settings.Port);
            var limits = options.Limits;
            limits.MaxRequestBodySize = RequestLimits.RefusedBodyBytesMax;
            limits.MaxRequestHeadersTotalSize = RequestLimits.HeaderBytesMax;
            limits.MaxConcurrentConnections = ConnectionsMax;
            limits.RequestHeadersTimeout = HeadersTimeLimit;
        });

    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(options => options.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Warning);
        logging.AddFilter("Orleans", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Warning);
        // These would write whole addresses, and with them verification codes and links that permit reading.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
    }
}
