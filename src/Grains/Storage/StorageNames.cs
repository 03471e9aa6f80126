namespace CeActors.Grains.Storage;

/// <summary>Names of the two storage providers.</summary>
public static class StorageNames
{
    /// <summary>Declarations, professionals, statements and batches, spread over buckets.</summary>
    public const string State = "state";

    /// <summary>Units, in one bucket: few and small, and read as a whole by the directory.</summary>
    public const string Registry = "registry";

    /// <summary>What the names of the tables of <see cref="State"/> start with.</summary>
    public const string StateTablePrefix = "State";

    /// <summary>What the names of the tables of <see cref="Registry"/> start with.</summary>
    public const string RegistryTablePrefix = "Registry";
}
