using System.Diagnostics;
using System.Diagnostics.Metrics;
using CeActors.Domain.Declarations;

namespace CeActors.Grains.Telemetry;

/// <summary>What commands of declarations come to, and the three steps of a handover as spans.</summary>
internal static class DeclarationTelemetry
{
    /// <summary>Before the commit: source and target are asked.</summary>
    public const string Announce = "handover announce";

    /// <summary>The one conditional write.</summary>
    public const string Commit = "handover commit";

    /// <summary>After it: source and target are told.</summary>
    public const string Outcome = "handover outcome";

    private static readonly Counter<long> Commands = GrainTelemetry.Meter.CreateCounter<long>(
        "ceactors.declaration.commands",
        "{command}",
        "Commands decided, by kind and outcome: accepted, refused, or failed with an outcome that is not known"
    );

    public static void CountAccepted(DeclarationCommand command) => Count(command, "accepted");

    public static void CountRefused(DeclarationCommand command) => Count(command, "refused");

    public static void CountFailed(DeclarationCommand command) => Count(command, "failed");

    /// <summary>A step begins; null when nobody listens, or nothing moves.</summary>
    public static Activity? Begin(string step, DeclarationCommand command, MovementPlan plan)
    {
        if (plan is { Source: null, Target: null } || !GrainTelemetry.Source.HasListeners())
        {
            return null;
        }

        var span = GrainTelemetry.Source.StartActivity(step);
        span?.SetTag("ceactors.command.kind", KindOf(command));
        return span;
    }

    /// <summary>The kind as it stands in tags.</summary>
    public static string KindOf(DeclarationCommand command) =>
        command switch
        {
            DeclarationCommand.File { IsSubmitted: true } => "file-submitted",
            DeclarationCommand.File => "file",
            DeclarationCommand.SaveHead => "save-head",
            DeclarationCommand.AddItem => "add-item",
            DeclarationCommand.ChangeItem => "change-item",
            DeclarationCommand.RemoveItem => "remove-item",
            DeclarationCommand.ConfirmImports => "confirm-imports",
            DeclarationCommand.ReserveEvidence => "reserve-evidence",
            DeclarationCommand.BindEvidence => "bind-evidence",
            DeclarationCommand.RemoveEvidence => "remove-evidence",
            DeclarationCommand.Submit => "submit",
            DeclarationCommand.Withdraw => "withdraw",
            DeclarationCommand.Delete => "delete",
            DeclarationCommand.Pass { NextUnit: null } => "recognise",
            DeclarationCommand.Pass => "pass",
            DeclarationCommand.Return => "return",
            DeclarationCommand.Reroute => "reroute",
            DeclarationCommand.Revoke => "revoke",
            _ => "other",
        };

    private static void Count(DeclarationCommand command, string outcome)
    {
        if (Commands.Enabled)
        {
            Commands.Add(1, new("kind", KindOf(command)), new("outcome", outcome));
        }
    }
}
