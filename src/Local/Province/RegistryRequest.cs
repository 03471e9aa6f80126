using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CeActors.Local.Http;

namespace CeActors.Local.Province;

/// <summary>One request that puts a part of the province into the registry.</summary>
/// <param name="Account">Who sends it.</param>
/// <param name="Method">PUT or POST.</param>
/// <param name="Path">Path from the root.</param>
/// <param name="Body">Body.</param>
public sealed record RegistryRequest(string Account, HttpMethod Method, string Path, object Body)
{
    /// <summary>Derived from the content: the same request sent again changes nothing, another one is another command.</summary>
    public string CommandId =>
        "province-"
        + Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Method} {Path}\n{JsonSerializer.Serialize(Body, Json.Api)}"))
        )[..40];
}
