using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CeActors.Contracts;
using Microsoft.AspNetCore.Http.Metadata;

namespace CeActors.Functions.Http;

/// <summary>Endpoint metadata: the endpoint changes something, so it takes an Idempotency-Key.</summary>
internal sealed record ChangeMetadata
{
    public static readonly ChangeMetadata Instance = new();
}

/// <summary>Endpoint metadata: the type of the JSON body.</summary>
internal sealed record BodyMetadata(Type Type);

/// <summary>A changing request: who asks, its command id, the version it was decided on, and its body.</summary>
/// <typeparam name="TBody">The body's type; <see cref="NoBody"/> where none is needed.</typeparam>
internal sealed class Change<TBody> : IEndpointParameterMetadataProvider
    where TBody : class
{
    private const string KeyHeader = "Idempotency-Key";

    private Change(CommandHeader header, TBody body)
    {
        Header = header;
        Body = body;
    }

    /// <summary>What every command carries.</summary>
    public CommandHeader Header { get; }

    /// <summary>The body, in the expected form.</summary>
    public TBody Body { get; }

    /// <summary>Called by the framework for each request.</summary>
    /// <exception cref="RefusedRequestException">A header or the body is not in the expected form.</exception>
    public static async ValueTask<Change<TBody>?> BindAsync(HttpContext context)
    {
        var caller = SignedIn.CallerOf(context);
        var commandId = CommandIdOf(context.Request);
        var version = VersionOf(context);
        var body = await RequestBody.ReadAsync<TBody>(context);
        var fingerprint = Fingerprint(context.Request, caller, body);
        return new(new CommandHeader(caller, commandId, fingerprint, version?.Version, version?.Revision), body);
    }

    /// <inheritdoc />
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(ChangeMetadata.Instance);
        if (typeof(TBody) != typeof(NoBody))
        {
            builder.Metadata.Add(new BodyMetadata(typeof(TBody)));
        }
    }

    private static string CommandIdOf(HttpRequest request)
    {
        var values = request.Headers[KeyHeader];
        if (values.Count == 0 || values is [null or ""])
        {
            throw new RefusedRequestException(
                FrontProblem.At(
                    $"header:{KeyHeader}",
                    "idempotency-key-required",
                    "缺少请求头 Idempotency-Key：请为每次操作生成一个（8 至 64 个字母、数字或连字符），重试时沿用同一个。",
                    "The header Idempotency-Key is missing: make one for each command (8 to 64 letters, digits or hyphens) and reuse it on retry."
                )
            );
        }

        if (values is not [{ } key] || !IsCommandId(key))
        {
            throw new RefusedRequestException(
                FrontProblem.At(
                    $"header:{KeyHeader}",
                    "idempotency-key-malformed",
                    "请求头 Idempotency-Key 应为一个 8 至 64 个字母、数字或连字符的值。",
                    "The header Idempotency-Key must be one value of 8 to 64 letters, digits or hyphens."
                )
            );
        }

        return key;
    }

    private static bool IsCommandId(string key)
    {
        if (key.Length is < RequestLimits.CommandIdCharactersMin or > RequestLimits.CommandIdCharactersMax)
        {
            return false;
        }

        foreach (var character in key)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }

    private static VersionTag? VersionOf(HttpContext context)
    {
        var rule = context.GetEndpoint()?.Metadata.GetMetadata<VersionMetadata>()?.Rule ?? VersionRule.Ignored;
        var values = context.Request.Headers.IfMatch;
        if (rule == VersionRule.Ignored || (values.Count == 0 && rule == VersionRule.Optional))
        {
            return null;
        }

        if (values.Count == 0)
        {
            throw new RefusedRequestException(
                FrontProblem.Of(
                    StatusCodes.Status428PreconditionRequired,
                    "if-match-required",
                    "缺少请求头 If-Match：请先读取，再带上所读到的 ETag，以免覆盖他人的更改。",
                    "The header If-Match is missing: read first and send the ETag that you read, so that nobody's change is overrun."
                ) with
                {
                    Problems = [new Problem("header:If-Match", "required", "缺少 If-Match。", "If-Match is missing.")],
                }
            );
        }

        return values is [{ } text] && VersionTag.Parse(text) is { } tag
            ? tag
            : throw new RefusedRequestException(
                FrontProblem.At(
                    "header:If-Match",
                    "if-match-malformed",
                    "请求头 If-Match 应为所读到的一个 ETag，例如 \"v3-r17\"（含引号）。",
                    "The header If-Match must be one ETag as it was read, such as \"v3-r17\" with its quotes."
                )
            );
    }

    // The body goes in as it was understood, so that white space and order of members do not make it another command; the
    // person goes in, so that nobody learns another's outcome by repeating their key.
    private static string Fingerprint(HttpRequest request, Caller caller, TBody body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{caller.PersonId}\n{request.Method}\n{request.Path.Value}\n"));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(body, JsonAnswers.Known<TBody>.Type));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Endpoint metadata: how it treats If-Match.</summary>
internal sealed record VersionMetadata(VersionRule Rule);
