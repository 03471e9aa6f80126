using Azure.Core;
using Azure.Identity;

namespace CeActors.Hosting.Configuration;

/// <summary>As whom this process signs in to Azure, where an account is given by its address.</summary>
/// <param name="clientId"><c>AZURE_CLIENT_ID</c>: the user-assigned identity; null for whatever the machine offers.</param>
public sealed class AzureIdentity(Guid? clientId)
{
    private const string Key = "AZURE_CLIENT_ID";
    private readonly Lazy<TokenCredential> _credential = new(() => Make(clientId));

    /// <summary>Whatever the machine offers, a developer's sign-in too.</summary>
    public static AzureIdentity OfMachine { get; } = new(null);

    /// <summary>The named identity; null for whatever the machine offers.</summary>
    public Guid? ClientId => clientId;

    /// <summary>One for the whole process, because it keeps its tokens; made when it is first needed.</summary>
    public TokenCredential Credential => _credential.Value;

    /// <summary>Reads it.</summary>
    public static AzureIdentity Read(SettingsReader reader)
    {
        if (reader.Text(Key) is not { } text)
        {
            return OfMachine;
        }

        if (Guid.TryParse(text, out var clientId))
        {
            return new AzureIdentity(clientId);
        }

        reader.Add($"{Key} is '{text}': give the client id of a user-assigned identity.");
        return OfMachine;
    }

    // A named identity is asked for directly: by a service principal's variables or the cluster's (AKS), else by the machine's own.
    private static TokenCredential Make(Guid? clientId) =>
        clientId is { } id
            ? new ChainedTokenCredential(
                new EnvironmentCredential(),
                new WorkloadIdentityCredential(),
                new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id.ToString()))
            )
            : new DefaultAzureCredential();
}
