namespace CeActors.Backup;

/// <summary>A backup or a restore cannot go on; the message says why and what to do, and nothing else need be printed.</summary>
public sealed class BackupFault(string message) : Exception(message);
