using System.Text.RegularExpressions;
using CeActors.AzureStorage.GrainState;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime.Hosting;
using Orleans.Serialization.Serializers;

namespace CeActors.AzureStorage;

/// <summary>Registers group-commit grain storage.</summary>
public static partial class SiloBuilderExtensions
{
    /// <summary>
    /// Adds a grain storage provider over Azure Tables, and under the same key <see cref="IIndexRowReader"/> and
    /// <see cref="GroupCommitStatistics"/>. A wrong setting or a stored layout that differs stops the silo's start.
    /// </summary>
    /// <param name="builder">The silo.</param>
    /// <param name="name">The provider's name, as grains give it with their state.</param>
    /// <param name="configure">Its settings.</param>
    public static ISiloBuilder AddGroupCommitGrainStorage(
        this ISiloBuilder builder,
        string name,
        Action<GroupCommitOptions> configure
    ) => builder.AddGroupCommitGrainStorage(name, (options, _) => configure(options));

    /// <inheritdoc cref="AddGroupCommitGrainStorage(ISiloBuilder, string, Action{GroupCommitOptions})"/>
    public static ISiloBuilder AddGroupCommitGrainStorage(
        this ISiloBuilder builder,
        string name,
        Action<GroupCommitOptions, IServiceProvider> configure
    )
    {
        builder
            .Services.AddOptions<GroupCommitOptions>(name)
            .Configure(configure)
            .Validate(options => options.Accounts.Count > 0, $"Storage '{name}' has no account.")
            .Validate(
                options => TablePrefixes().IsMatch(options.TablePrefix),
                $"The table prefix of storage '{name}' is not 2 to 50 letters and digits with a letter first."
            )
            .Validate(
                options => options.BucketCount is >= 1 and <= GroupCommitLimits.BucketsMax,
                $"The bucket count of storage '{name}' is not 1 to {GroupCommitLimits.BucketsMax}."
            )
            .Validate(options => options.ConcurrentGroups >= 1, $"Storage '{name}' may send nothing at a time.")
            .Validate(
                options => options.QueuedChanges is >= 1 and <= GroupCommitLimits.QueuedChangesMax,
                $"The queue of storage '{name}' is not 1 to {GroupCommitLimits.QueuedChangesMax} changes long."
            );
        builder.Services.TryAddSingleton<TableClaims>();
        builder.Services.AddKeyedSingleton<GroupCommitStatistics>(name);
        builder.Services.AddKeyedSingleton(
            name,
            (services, _) =>
                new GroupCommitInstruments(name, services.GetRequiredKeyedService<GroupCommitStatistics>(name))
        );
        builder.Services.AddKeyedSingleton(name, (services, _) => new BucketMap(OptionsOf(services, name)));
        builder.Services.AddKeyedSingleton<IIndexRowReader>(
            name,
            (services, _) =>
                new IndexRowReader(
                    services.GetRequiredKeyedService<BucketMap>(name),
                    services.GetRequiredKeyedService<GroupCommitInstruments>(name)
                )
        );
        builder.Services.AddGrainStorage(name, (services, _) => Create(services, name));
        return builder;
    }

    private static GroupCommitStorage Create(IServiceProvider services, string name)
    {
        var options = OptionsOf(services, name);
        services.GetRequiredService<TableClaims>().Take(name, options);
        return new(
            name,
            options,
            services.GetRequiredKeyedService<BucketMap>(name),
            services.GetRequiredKeyedService<GroupCommitInstruments>(name),
            services.GetRequiredService<IActivatorProvider>(),
            ClockOf(services),
            services.GetRequiredService<ILogger<GroupSender>>()
        );
    }

    // The runtime's clock for work in the background: a test that moves the grains' clock leaves this one alone.
    private static TimeProvider ClockOf(IServiceProvider services) =>
        services.GetKeyedService<TimeProvider>(TimeProviderNames.SystemTimers)
        ?? services.GetService<TimeProvider>()
        ?? TimeProvider.System;

    private static GroupCommitOptions OptionsOf(IServiceProvider services, string name) =>
        services.GetRequiredService<IOptionsMonitor<GroupCommitOptions>>().Get(name);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{1,49}$")]
    private static partial Regex TablePrefixes();
}
