using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Grains.Commands;

namespace CeActors.Simulation.Model;

/// <summary>One command of a client, with everything that it was ever answered.</summary>
/// <param name="Kind">Its name, as the grain knows it.</param>
/// <param name="Header">Caller, id, and the version that it was decided on.</param>
/// <param name="Action">What the history of the declaration must say of it; null when it makes no version.</param>
internal sealed record Sent(string Kind, CommandHeader Header, string? Action)
{
    /// <summary>The declaration; null until it is known which the filing has made.</summary>
    public string? DeclarationId { get; set; }

    /// <summary>The first acknowledgement; null while there is none.</summary>
    public DeclarationReceipt? First { get; set; }

    /// <summary>It was refused, and by what code; null when it was not.</summary>
    public string? RefusedAs { get; set; }

    public CommandIdentity Identity { get; } = CommandIdentity.Of(Kind, Header);

    public override string ToString() =>
        $"{Kind} {Header.CommandId} on version {Header.ExpectedVersion} of {DeclarationId}";
}
