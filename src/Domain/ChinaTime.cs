namespace CeActors.Domain;

/// <summary>Calendar days of the office. China has kept one offset without summer time since 1991, so no time zone data is needed.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in China at this instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
