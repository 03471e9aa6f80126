using Azure.Storage.Blobs;
using CeActors.Files;
using CeActors.Functions.Statements;
using CeActors.Statements;

namespace CeActors.Functions.Hosting;

/// <summary>Evidence and papers in blobs.</summary>
internal static class EvidenceSetup
{
    /// <summary>How long one request to the blobs may take before it is repeated.</summary>
    public static readonly TimeSpan BlobTimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Repetitions of one request to the blobs; then the client is told to try again.</summary>
    public const int BlobRetriesMax = 2;

    public static void AddEvidence(this IServiceCollection services, EvidenceSettings settings)
    {
        services.AddSingleton(provider => Open(settings, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<IncomingSweeper>();
        services.AddSingleton<StatementStore>();
        services.AddSingleton<StatementRenderer>();
        services.AddSingleton<StatementRendering>();
        if (settings.Account.ConnectionString is not null)
        {
            // In Azure the deployment makes the containers and the rule, and the app has no right to.
            services.AddHostedService<EvidencePreparation>();
        }
    }

    private static EvidenceAccount Open(EvidenceSettings settings, TimeProvider time)
    {
        var client = new BlobClientOptions { Retry = { MaxRetries = BlobRetriesMax, NetworkTimeout = BlobTimeLimit } };
        var options = new EvidenceOptions
        {
            ConnectionString = settings.Account.ConnectionString,
            ServiceUri = settings.Account.Uri,
            BrowserOrigins = settings.AllowedOrigins,
        };
        return EvidenceAccount.Open(
            options,
            settings.Account.Uri is null ? null : settings.SignIn.Credential,
            time,
            client
        );
    }
}

/// <summary>Makes the containers and the CORS rule in the background, again and again until the storage answers.</summary>
internal sealed partial class EvidencePreparation(
    EvidenceAccount account,
    TimeProvider time,
    ILogger<EvidencePreparation> logger
) : BackgroundService
{
    /// <summary>How long to wait before the next attempt.</summary>
    public static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await account.EnsureAsync(stoppingToken);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                NotPrepared(exception.GetType().Name);
                await Task.Delay(AgainAfter, time, stoppingToken);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The evidence storage is not prepared yet ({Failure}); trying again.")]
    private partial void NotPrepared(string failure);
}
