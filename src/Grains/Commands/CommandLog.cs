namespace CeActors.Grains.Commands;

/// <summary>
/// The newest commands that a document has accepted, with what each came to; a part of the document, so that a command and
/// its memory land in the same write. Refused commands are not in it: they changed nothing and may be decided again.
/// </summary>
internal static class CommandLog
{
    /// <summary>How many commands are remembered; the oldest is forgotten first.</summary>
    public const int RememberedMax = 64;

    /// <summary>The entry of a command; null when it is not remembered.</summary>
    public static RememberedCommand<TOutcome>? Find<TOutcome>(
        this RememberedCommand<TOutcome>[] log,
        CommandIdentity command
    )
    {
        foreach (var entry in log)
        {
            if (string.Equals(entry.Key, command.Key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The log with one more command.</summary>
    /// <param name="log">The log so far.</param>
    /// <param name="command">The command.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="keepsFirst">
    /// The first entry is never forgotten: it is the command that made the document, whose repetition must not make another.
    /// </param>
    public static RememberedCommand<TOutcome>[] With<TOutcome>(
        this RememberedCommand<TOutcome>[] log,
        CommandIdentity command,
        TOutcome outcome,
        bool keepsFirst = false
    )
    {
        var entry = new RememberedCommand<TOutcome>
        {
            Key = command.Key,
            Fingerprint = command.Fingerprint,
            Outcome = outcome,
        };
        return log.Length < RememberedMax ? [.. log, entry]
            : keepsFirst ? [log[0], .. log[2..], entry]
            : [.. log[1..], entry];
    }
}
