using System.Net;
using CeActors.Hosting.Configuration;
using CeActors.Hosting.Telemetry;
using Orleans.Dashboard;

namespace CeActors.Silo.Hosting;

/// <summary>Builds the process: the silo and, unless switched off, health and dashboard beside it.</summary>
public static class SiloHost
{
    /// <summary>Reads the settings and builds the host.</summary>
    /// <exception cref="SettingsException">The settings cannot be used.</exception>
    public static IHost Build(string[] args)
    {
        // What is configured by the host itself would start a web server even with all pages off.
        var settings = SiloSettingsReader.Read(Host.CreateApplicationBuilder(args).Configuration);
        return settings is { DashboardPort: 0, HealthPort: 0 }
            ? BuildBare(args, settings)
            : BuildWithPages(args, settings);
    }

    private static IHost BuildBare(string[] args, SiloSettings settings)
    {
        var builder = Host.CreateApplicationBuilder(args);
        Configure(builder, settings, silo => { });
        return builder.Build();
    }

    private static WebApplication BuildWithPages(string[] args, SiloSettings settings)
    {
        var hasDashboard = settings.DashboardPort != 0;
        var builder = WebApplication.CreateSlimBuilder(args);
        builder
            .WebHost.UseUrls()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                foreach (var (address, port) in PagesAt(settings))
                {
                    if (address.Equals(IPAddress.Loopback))
                    {
                        kestrel.ListenLocalhost(port);
                    }
                    else
                    {
                        kestrel.Listen(address, port);
                    }
                }
            });
        Configure(
            builder,
            settings,
            silo =>
            {
                if (hasDashboard)
                {
                    silo.AddDashboard();
                }
            }
        );
        builder.Services.AddHealthChecks().AddCheck<SiloReadiness>("silo");
        var app = builder.Build();
        app.UseMiddleware<PageGate>();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        if (hasDashboard)
        {
            app.MapStorageStatistics();
            app.MapOrleansDashboard();
        }

        return app;
    }

    private static IEnumerable<(IPAddress Address, int Port)> PagesAt(SiloSettings settings)
    {
        (IPAddress Address, int Port)[] pages =
        [
            (settings.DashboardAddress, settings.DashboardPort),
            (settings.HealthAddress, settings.HealthPort),
        ];
        return pages.Where(page => page.Port != 0).DistinctBy(page => page.Port);
    }

    private static void Configure(IHostApplicationBuilder builder, SiloSettings settings, Action<ISiloBuilder> pages)
    {
        // Orleans writes two lines for each activation otherwise, which costs more than the activation.
        builder.Logging.AddFilter("Polly", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning);

        // Three lines for each look at the health otherwise.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = SiloLimits.ShutdownTimeout);
        builder.Services.AddSingleton(settings);
        builder.AddTelemetry(settings.Telemetry);
        builder.UseOrleans(silo =>
        {
            if (settings.Telemetry.IsOn)
            {
                silo.AddActivityPropagation();
            }

            SiloComposition.Configure(silo, settings);
            pages(silo);
        });
    }
}
