using Orleans.Dashboard;

namespace CeActors.Silo.Hosting;

/// <summary>Builds the process: the silo and, unless switched off, health and dashboard beside it.</summary>
public static class SiloHost
{
    /// <summary>Reads the settings and builds the host.</summary>
    /// <exception cref="SettingsException">The settings cannot be used.</exception>
    public static IHost Build(string[] args)
    {
        // What is configured by the host itself would start a web server even with the dashboard off.
        var settings = SiloSettingsReader.Read(Host.CreateApplicationBuilder(args).Configuration);
        return settings.DashboardPort == 0 ? BuildBare(args, settings) : BuildWithPages(args, settings);
    }

    private static IHost BuildBare(string[] args, SiloSettings settings)
    {
        var builder = Host.CreateApplicationBuilder(args);
        Configure(builder, settings, silo => { });
        return builder.Build();
    }

    private static WebApplication BuildWithPages(string[] args, SiloSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(args);

        // The dashboard asks nobody who they are: it is for this machine alone, and a page of elsewhere that was made to
        // resolve to it is refused by its host name.
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.WebHost.UseUrls().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(settings.DashboardPort));
        Configure(builder, settings, silo => silo.AddDashboard());
        builder.Services.AddHealthChecks().AddCheck<SiloReadiness>("silo");
        var app = builder.Build();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapStorageStatistics();
        app.MapOrleansDashboard();
        return app;
    }

    private static void Configure(IHostApplicationBuilder builder, SiloSettings settings, Action<ISiloBuilder> pages)
    {
        // Orleans writes two lines for each activation otherwise, which costs more than the activation.
        builder.Logging.AddFilter("Polly", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning);

        // Three lines for each look at the health otherwise.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = SiloLimits.ShutdownTimeout);
        builder.Services.AddSingleton(settings);
        builder.UseOrleans(silo =>
        {
            SiloComposition.Configure(silo, settings);
            pages(silo);
        });
    }
}
