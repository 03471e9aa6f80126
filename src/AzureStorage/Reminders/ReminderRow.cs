using System.Globalization;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.Reminders;

/// <summary>
/// The rows of the official provider's table, column by column, all text. Its keys replace what the service forbids by
/// an underscore, so two names can share a key; what is read is therefore compared with what was asked for.
/// </summary>
internal static class ReminderRow
{
    /// <summary>Characters of a key, as the official provider bounds them.</summary>
    public const int KeyCharactersMax = 1_023;

    private const string Grain = "GrainReference";
    private const string Name = "ReminderName";
    private const string Service = "ServiceId";
    private const string Cluster = "DeploymentId";

    /// <summary>The partition of a place on the ring of grains.</summary>
    public static string PartitionKeyOf(string serviceId, uint hash) =>
        Sanitized(string.Create(CultureInfo.InvariantCulture, $"{serviceId}_{hash:X8}"));

    /// <summary>The partition of a grain.</summary>
    public static string PartitionKeyOf(string serviceId, GrainId grainId) =>
        PartitionKeyOf(serviceId, grainId.GetUniformHashCode());

    /// <summary>The key of a reminder.</summary>
    public static string RowKeyOf(GrainId grainId, string name) => Sanitized($"{grainId}-{name}");

    /// <summary>The reminders of one grain, and possibly of others.</summary>
    public static string GrainFilter(string serviceId, GrainId grainId)
    {
        var partition = PartitionKeyOf(serviceId, grainId);
        var grain = Sanitized(grainId.ToString());
        var (after, upTo) = (grain + '-', grain + '.');
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey le {upTo}");
    }

    /// <summary>The reminders of the grains after <paramref name="begin"/> and up to <paramref name="end"/> on the ring.</summary>
    public static string RangeFilter(string serviceId, uint begin, uint end)
    {
        var service = Sanitized(serviceId);
        var (first, last) = (service + '_', service + '`'); // the character after the underscore
        var (after, upTo) = (PartitionKeyOf(serviceId, begin), PartitionKeyOf(serviceId, end));
        return begin < end ? TableClient.CreateQueryFilter($"PartitionKey gt {after} and PartitionKey le {upTo}")
            : begin == end ? TableClient.CreateQueryFilter($"PartitionKey gt {first} and PartitionKey lt {last}")
            : TableClient.CreateQueryFilter(
                $"(PartitionKey gt {first} and PartitionKey le {upTo}) or (PartitionKey gt {after} and PartitionKey lt {last})"
            );
    }

    /// <summary>The row of a reminder.</summary>
    public static TableEntity Of(ReminderEntry reminder, string serviceId, string clusterId) =>
        new(PartitionKeyOf(serviceId, reminder.GrainId), RowKeyOf(reminder.GrainId, reminder.ReminderName))
        {
            [Grain] = reminder.GrainId.ToString(),
            [Name] = reminder.ReminderName,
            [Service] = serviceId,
            [Cluster] = clusterId,
            ["StartAt"] = LogFormatter.PrintDate(reminder.StartAt),
            ["Period"] = reminder.Period.ToString("c", CultureInfo.InvariantCulture),
            ["GrainRefConsistentHash"] = reminder
                .GrainId.GetUniformHashCode()
                .ToString("X8", CultureInfo.InvariantCulture),
        };

    /// <summary>Whether a row belongs to a service.</summary>
    public static bool IsOf(TableEntity row, string serviceId) => row.GetString(Service) == serviceId;

    /// <summary>Whether a row belongs to a cluster of a service.</summary>
    public static bool IsOf(TableEntity row, string serviceId, string clusterId) =>
        IsOf(row, serviceId) && row.GetString(Cluster) == clusterId;

    /// <summary>The reminder in a row.</summary>
    /// <exception cref="FormatException">The row is damaged.</exception>
    public static ReminderEntry ReminderOf(TableEntity row) =>
        new()
        {
            GrainId = GrainId.Parse(Required(row, Grain), CultureInfo.InvariantCulture),
            ReminderName = Required(row, Name),
            StartAt = DateTime.SpecifyKind(LogFormatter.ParseDate(Required(row, "StartAt")), DateTimeKind.Utc),
            Period = TimeSpan.Parse(Required(row, "Period"), CultureInfo.InvariantCulture),
            ETag = row.ETag.ToString(),
        };

    private static string Required(TableEntity row, string column) =>
        row.GetString(column) ?? throw new FormatException($"A reminder has no {column}.");

    private static string Sanitized(string key)
    {
        if (key.Length > KeyCharactersMax)
        {
            throw new ArgumentException(
                $"A key of a reminder has {key.Length} characters; the bound is {KeyCharactersMax}."
            );
        }

        if (key.Any(char.IsControl))
        {
            // The service refuses them too, but does not say what it minds.
            throw new ArgumentException("The key of a reminder has a control character.");
        }

        return key.Replace('/', '_').Replace('\\', '_').Replace('#', '_').Replace('?', '_');
    }
}
