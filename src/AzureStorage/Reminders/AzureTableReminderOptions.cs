using Azure.Data.Tables;

namespace CeActors.AzureStorage;

/// <summary>Where the service keeps its reminders.</summary>
public sealed class AzureTableReminderOptions
{
    /// <summary>The name that the official provider uses by default.</summary>
    public const string DefaultTableName = "OrleansReminders";

    /// <summary>The account; required. It is not disposed of here.</summary>
    public TableServiceClient? Client { get; set; }

    /// <summary>The table: 3 to 63 letters and digits, a letter first. Services share it.</summary>
    public string TableName { get; set; } = DefaultTableName;
}
