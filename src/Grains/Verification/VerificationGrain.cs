using CeActors.Contracts;
using CeActors.Contracts.Verification;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Grains.Commands;
using CeActors.Grains.Registry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CeActors.Grains.Verification;

/// <summary>The one verification of a cluster. Its key matters: another key would run another one beside it.</summary>
[GrainType("verification")]
internal sealed partial class VerificationGrain(
    IAccountVerifier verifier,
    IOptions<RegistryAuthorityOptions> authority,
    TimeProvider time,
    ILogger<VerificationGrain> logger
) : Grain, IVerification
{
    /// <summary>How long the findings of a run can be asked for after it has ended.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private static readonly VerificationView NoneYet = new(VerificationState.None, null, null, null, 0, 0, 0, null);

    private VerificationRun? _run;

    /// <inheritdoc />
    public Task<Outcome<VerificationView>> StartAsync(CommandHeader header) => Task.FromResult(Start(header));

    /// <inheritdoc />
    public Task<Outcome<VerificationView>> GetAsync(Caller caller) =>
        Task.FromResult<Outcome<VerificationView>>(
            IsAdministrator(caller) ? _run?.ToView() ?? NoneYet : ReviewRefusals.RegistryAdministratorsOnly.ToContract()
        );

    /// <inheritdoc />
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _run?.Dispose();
        return Task.CompletedTask;
    }

    private Outcome<VerificationView> Start(CommandHeader header)
    {
        if (!IsAdministrator(header.Caller) || this.GetPrimaryKeyString() != IVerification.Key)
        {
            return ReviewRefusals.RegistryAdministratorsOnly.ToContract();
        }

        if (CommandId.TryParse(header.CommandId) is null)
        {
            return CommandRefusals.IdMalformed;
        }

        var command = CommandIdentity.Of("verify", header).Key;
        if (_run is null || (!_run.IsRunning && _run.Command != command))
        {
            _run = VerificationRun.Start(command, verifier, time, exception => LogFailed(exception));
            DelayDeactivation(KeptFor);
        }

        return _run.ToView();
    }

    private bool IsAdministrator(Caller caller) => authority.Value.AdministratorPersonIds.Contains(caller.PersonId);

    [LoggerMessage(EventId = 2201, Level = LogLevel.Error, Message = "A verification could not read the storage")]
    private partial void LogFailed(Exception exception);
}
