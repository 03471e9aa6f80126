namespace CeActors.Backup;

/// <summary>The bounds of backup and restore.</summary>
public static class BackupLimits
{
    /// <summary>The form of a backup that this program writes, and the only one that it reads.</summary>
    public const int Format = 1;

    /// <summary>How often a person's documents are read before a backup gives up because they never hold still.</summary>
    public const int GroupReadingsMax = 100;

    /// <summary>How often the registry is copied before a backup gives up because it changes each time.</summary>
    public const int RegistryCopiesMax = 10;

    /// <summary>Persons whose documents are read at a time.</summary>
    public const int ConcurrentGroupsMax = 8;

    /// <summary>Files copied at a time.</summary>
    public const int ConcurrentFilesMax = 4;

    /// <summary>Rows of one transaction of a restore.</summary>
    public const int TransactionRowsMax = 100;

    /// <summary>Characters of lines in one transaction of a restore: the service takes 4 MiB.</summary>
    public const int TransactionCharactersMax = 3_000_000;

    /// <summary>Lines between two reports of progress.</summary>
    public const int LinesBetweenReports = 5_000;
}
