using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CeActors.Testing;

/// <summary>A certificate of one's own for an Azurite that speaks https; its files go with it.</summary>
public sealed class AzuriteCertificate : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ceactors-certificate-").FullName;
    private readonly string _thumbprint;

    /// <summary>Makes one for the loopback address, good for a day.</summary>
    public AzuriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        _thumbprint = certificate.Thumbprint;
        CertificatePath = Path.Combine(_folder, "certificate.pem");
        KeyPath = Path.Combine(_folder, "key.pem");
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>Where it is.</summary>
    public string CertificatePath { get; }

    /// <summary>Where its key is.</summary>
    public string KeyPath { get; }

    /// <summary>A handler that trusts this certificate and no other.</summary>
    public HttpClientHandler Handler() =>
        new() { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == _thumbprint };

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
