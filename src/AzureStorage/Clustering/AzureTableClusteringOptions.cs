using Azure.Data.Tables;

namespace CeActors.AzureStorage;

/// <summary>Where the cluster keeps its members.</summary>
public sealed class AzureTableClusteringOptions
{
    /// <summary>The name that the official provider uses by default.</summary>
    public const string DefaultTableName = "OrleansSiloInstances";

    /// <summary>The account; required. It is not disposed of here.</summary>
    public TableServiceClient? Client { get; set; }

    /// <summary>The table: 3 to 63 letters and digits, a letter first. Clusters share it, each in a partition of its own.</summary>
    public string TableName { get; set; } = DefaultTableName;
}
