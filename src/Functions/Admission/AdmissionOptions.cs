using System.ComponentModel.DataAnnotations;
using CeActors.Functions.Hosting;

namespace CeActors.Functions.Admission;

/// <summary>
/// Section <c>Admission</c>: how much is let in behind this front, and how much of it anyone may take. Why these values:
/// docs/decisions/0026.
/// </summary>
public sealed record AdmissionOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Admission";

    /// <summary>
    /// Registry and training platform send rows by program: their endpoints allow each caller this many times
    /// <see cref="CallerPerSecond"/> and <see cref="CallerBurst"/>.
    /// </summary>
    public const int BulkFactor = 10;

    /// <summary>Requests under way behind this front that the limit never falls below; from 10.</summary>
    [Range(10, 10_000)]
    public int RequestsMin { get; init; } = 100;

    /// <summary>Requests under way that it never rises above; at least <see cref="RequestsMin"/>.</summary>
    [Range(10, 10_000)]
    public int RequestsMax { get; init; } = 2_000;

    /// <summary>Mean time behind this front, in milliseconds, above which the limit falls.</summary>
    [Range(10, 10_000)]
    public int TargetMilliseconds { get; init; } = 250;

    /// <summary>Percent of the limit that one unit's lists and decisions may take; 100 sets it no bound of its own.</summary>
    [Range(5, 100)]
    public int UnitPercent { get; init; } = 50;

    /// <summary>Requests a second of one person, in the long run.</summary>
    [Range(1, 1_000_000)]
    public int CallerPerSecond { get; init; } = 30;

    /// <summary>Requests of one person at one moment, after a pause.</summary>
    [Range(1, 1_000_000)]
    public int CallerBurst { get; init; } = 200;

    /// <summary>Requests of one person under way at the same time.</summary>
    [Range(1, 10_000)]
    public int CallerAtOnce { get; init; } = 32;

    /// <summary>
    /// Verifications of one address in a minute: each made-up number keeps an activation for a while, and an office that
    /// verifies a pile of papers stays below.
    /// </summary>
    [Range(1, 1_000_000)]
    public int AddressVerificationsPerMinute { get; init; } = 120;

    /// <summary>Other reads without a sign-in of one address in a minute; a large office is behind one address.</summary>
    [Range(1, 1_000_000)]
    public int AddressReadsPerMinute { get; init; } = 1_200;

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="SettingsException">A value cannot be used, or a name is unknown; each is named.</exception>
    public static AdmissionOptions Read(IConfiguration configuration)
    {
        AdmissionOptions options;
        try
        {
            options =
                configuration
                    .GetSection(Section)
                    .Get<AdmissionOptions>(binder => binder.ErrorOnUnknownConfiguration = true)
                ?? new();
        }
        catch (InvalidOperationException fault)
        {
            throw new SettingsException([$"{Section}: {fault.Message}"]);
        }

        var problems = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), problems, true)
            ? options
            : throw new SettingsException([.. problems.Select(problem => $"{Section}: {problem.ErrorMessage}")]);
    }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RequestsMax < RequestsMin)
        {
            yield return new ValidationResult(
                $"{nameof(RequestsMax)} is {RequestsMax}: it must be at least {nameof(RequestsMin)}, {RequestsMin}."
            );
        }
    }
}
