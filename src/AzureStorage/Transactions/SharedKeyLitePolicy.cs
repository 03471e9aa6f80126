using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CeActors.AzureStorage.Transactions;

/// <summary>Signs requests to the table service with the account's key: the date and the resource, by HMAC-SHA256.</summary>
internal sealed class SharedKeyLitePolicy(string accountName, string accountKey, TimeProvider clock)
    : HttpPipelineSynchronousPolicy
{
    private readonly byte[] _key = Convert.FromBase64String(accountKey);

    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signed = $"{date}\n/{accountName}{message.Request.Uri.ToUri().AbsolutePath}";
        var signature = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(signed));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue(
            "Authorization",
            $"SharedKeyLite {accountName}:{Convert.ToBase64String(signature)}"
        );
    }
}
