using CeActors.AzureStorage.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace CeActors.AzureStorage;

/// <summary>Registers reminders on an Azure table.</summary>
public static class AzureTableReminderExtensions
{
    /// <summary>Keeps reminders in an Azure table, in the layout of the official provider.</summary>
    public static ISiloBuilder UseAzureTableReminders(
        this ISiloBuilder builder,
        Action<AzureTableReminderOptions> configure
    ) => builder.UseAzureTableReminders((options, _) => configure(options));

    /// <inheritdoc cref="UseAzureTableReminders(ISiloBuilder, Action{AzureTableReminderOptions})"/>
    public static ISiloBuilder UseAzureTableReminders(
        this ISiloBuilder builder,
        Action<AzureTableReminderOptions, IServiceProvider> configure
    )
    {
        builder.AddReminders();
        builder.Services.AddSingleton<IReminderTable, ReminderTable>();
        builder
            .Services.AddOptions<AzureTableReminderOptions>()
            .Configure(configure)
            .Validate(options => options.Client is not null, "Reminders on Azure tables have no TableServiceClient.")
            .Validate(
                options => TableNames.IsValid(options.TableName),
                "The table name of the reminders is not 3 to 63 letters and digits with a letter first."
            );
        return builder;
    }
}
