using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using CeActors.Files.Signing;

namespace CeActors.Files;

/// <summary>The storage account of evidence and statements. One a process; safe for use by many threads.</summary>
public sealed class EvidenceAccount
{
    private const string AnyHeader = "*";

    private readonly BlobServiceClient _service;
    private readonly BlobSigner _signer;
    private readonly IReadOnlyList<string> _browserOrigins;

    private EvidenceAccount(BlobServiceClient service, BlobSigner signer, TimeProvider time, EvidenceOptions options)
    {
        _service = service;
        _signer = signer;
        Time = time;
        _browserOrigins = options.BrowserOrigins;
    }

    internal TimeProvider Time { get; }

    internal BlobContainerClient Incoming => _service.GetBlobContainerClient(BlobNames.IncomingContainer);

    internal BlobContainerClient Evidence => _service.GetBlobContainerClient(BlobNames.EvidenceContainer);

    internal BlobContainerClient Statements => _service.GetBlobContainerClient(BlobNames.StatementsContainer);

    /// <summary>Opens the account; nothing is sent yet.</summary>
    /// <param name="options">Where the account is.</param>
    /// <param name="credential">Needed with <see cref="EvidenceOptions.ServiceUri"/>, unused otherwise.</param>
    /// <param name="time">The clock that links expire by.</param>
    /// <param name="clientOptions">Retries and transport; null for the SDK's own.</param>
    /// <exception cref="ArgumentException">The options have problems, which the message lists.</exception>
    public static EvidenceAccount Open(
        EvidenceOptions options,
        TokenCredential? credential,
        TimeProvider time,
        BlobClientOptions? clientOptions = null
    )
    {
        var problems = options.Problems();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", problems), nameof(options));
        }
        clientOptions ??= new BlobClientOptions();
        if (options.ServiceUri is { } uri)
        {
            var token = credential ?? throw new ArgumentNullException(nameof(credential), "ServiceUri needs one.");
            var delegated = new BlobServiceClient(uri, token, clientOptions);
            return new EvidenceAccount(delegated, new DelegationSigner(delegated, time), time, options);
        }
        var keyed = new BlobServiceClient(options.ConnectionString, clientOptions);
        return keyed.CanGenerateAccountSasUri
            ? new EvidenceAccount(keyed, new AccountKeySigner(), time, options)
            : throw new ArgumentException("Evidence ConnectionString holds no account key.", nameof(options));
    }

    /// <summary>
    /// Creates the private containers and, when browser origins are configured, replaces the account's CORS rules by one
    /// for them. Idempotent. In Azure the deployment does both and the app needs no right to; there, leave origins empty.
    /// </summary>
    public async Task EnsureAsync(CancellationToken cancellationToken = default)
    {
        foreach (var name in BlobNames.Containers)
        {
            await _service
                .GetBlobContainerClient(name)
                .CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellationToken);
        }
        if (_browserOrigins.Count > 0)
        {
            BlobServiceProperties properties = await _service.GetPropertiesAsync(cancellationToken);
            properties.Cors = [CorsRule()];
            await _service.SetPropertiesAsync(properties, cancellationToken);
        }
    }

    internal async ValueTask<Uri> SignAsync(
        BlobClient blob,
        BlobSasBuilder sas,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    )
    {
        sas.BlobContainerName = blob.BlobContainerName;
        sas.BlobName = blob.Name;
        sas.Resource = "b"; // one blob
        sas.ExpiresOn = expiresAt;
        sas.Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp;
        return await _signer.SignAsync(blob, sas, cancellationToken);
    }

    private BlobCorsRule CorsRule() =>
        new()
        {
            AllowedOrigins = string.Join(',', _browserOrigins),
            AllowedMethods = "PUT,GET,HEAD",
            AllowedHeaders = AnyHeader,
            ExposedHeaders = "etag,x-ms-request-id,x-ms-error-code",
            MaxAgeInSeconds = (int)EvidenceLimits.PreflightAgeMax.TotalSeconds,
        };
}
