using CeActors.Hosting.Configuration;

namespace CeActors.Functions.Admission;

/// <summary>
/// Section <c>Admission</c>: how much is let in behind this front, and how much of it anyone may take. Why these values:
/// docs/decisions/0026.
/// </summary>
public sealed record AdmissionOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Admission";

    private const int PlacesLeast = 10;
    private const int PlacesMost = 10_000;
    private const int RateMost = 1_000_000;

    /// <summary>
    /// Registry and training platform send rows by program: their endpoints allow each caller this many times
    /// <see cref="CallerPerSecond"/> and <see cref="CallerBurst"/>.
    /// </summary>
    public const int BulkFactor = 10;

    /// <summary>Requests under way behind this front that the limit never falls below; from 10.</summary>
    public int RequestsMin { get; init; } = 100;

    /// <summary>Requests under way that it never rises above; at least <see cref="RequestsMin"/>.</summary>
    public int RequestsMax { get; init; } = 2_000;

    /// <summary>Mean time behind this front, in milliseconds, above which the limit falls.</summary>
    public int TargetMilliseconds { get; init; } = 250;

    /// <summary>Percent of the limit that one unit's lists and decisions may take; 100 sets it no bound of its own.</summary>
    public int UnitPercent { get; init; } = 50;

    /// <summary>Requests a second of one person, in the long run.</summary>
    public int CallerPerSecond { get; init; } = 30;

    /// <summary>Requests of one person at one moment, after a pause.</summary>
    public int CallerBurst { get; init; } = 200;

    /// <summary>Requests of one person under way at the same time.</summary>
    public int CallerAtOnce { get; init; } = 32;

    /// <summary>
    /// Verifications of one address in a minute: each made-up number keeps an activation for a while, and an office that
    /// verifies a pile of papers stays below.
    /// </summary>
    public int AddressVerificationsPerMinute { get; init; } = 120;

    /// <summary>Other reads without a sign-in of one address in a minute; a large office is behind one address.</summary>
    public int AddressReadsPerMinute { get; init; } = 1_200;

    /// <summary>Reads and checks the section; what is wrong is added to what the reader tells.</summary>
    public static AdmissionOptions Read(SettingsReader reader)
    {
        var standard = new AdmissionOptions();
        int Number(string name, int least, int most, int byDefault) =>
            reader.Number($"{Section}:{name}", least, most) ?? byDefault;

        var options = new AdmissionOptions
        {
            RequestsMin = Number(nameof(RequestsMin), PlacesLeast, PlacesMost, standard.RequestsMin),
            RequestsMax = Number(nameof(RequestsMax), PlacesLeast, PlacesMost, standard.RequestsMax),
            TargetMilliseconds = Number(nameof(TargetMilliseconds), 10, 10_000, standard.TargetMilliseconds),
            UnitPercent = Number(nameof(UnitPercent), 5, 100, standard.UnitPercent),
            CallerPerSecond = Number(nameof(CallerPerSecond), 1, RateMost, standard.CallerPerSecond),
            CallerBurst = Number(nameof(CallerBurst), 1, RateMost, standard.CallerBurst),
            CallerAtOnce = Number(nameof(CallerAtOnce), 1, PlacesMost, standard.CallerAtOnce),
            AddressVerificationsPerMinute = Number(
                nameof(AddressVerificationsPerMinute),
                1,
                RateMost,
                standard.AddressVerificationsPerMinute
            ),
            AddressReadsPerMinute = Number(nameof(AddressReadsPerMinute), 1, RateMost, standard.AddressReadsPerMinute),
        };
        if (options.RequestsMax < options.RequestsMin)
        {
            reader.Add(
                $"{Section}:{nameof(RequestsMax)} is {options.RequestsMax}: it must be at least "
                    + $"{Section}:{nameof(RequestsMin)}, {options.RequestsMin}."
            );
        }

        return options;
    }
}
