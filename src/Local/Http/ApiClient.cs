using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CeActors.Local.Identity;

namespace CeActors.Local.Http;

/// <summary>
/// Speaks to the API as one signed-in account. A changing request keeps its command id when it is sent again, so that an answer lost on the
/// way or a silo that is just starting does no harm.
/// </summary>
public sealed class ApiClient(HttpClient http, Uri front, Account? account, TimeProvider time)
{
    /// <summary>How often a request is sent while the service says that it is away.</summary>
    public const int AttemptsMax = 20;

    private static readonly TimeSpan AwayPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Reads.</summary>
    public Task<Answer> GetAsync(string path, CancellationToken stopping) =>
        SendAsync(HttpMethod.Get, path, null, null, null, stopping);

    /// <summary>Changes something.</summary>
    /// <param name="method">Method.</param>
    /// <param name="path">Path from the root.</param>
    /// <param name="body">Body; null for none.</param>
    /// <param name="stopping">Gives up.</param>
    /// <param name="tag">If-Match; null for none.</param>
    /// <param name="commandId">Idempotency-Key; null makes a new one.</param>
    public Task<Answer> ChangeAsync(
        HttpMethod method,
        string path,
        object? body,
        CancellationToken stopping,
        string? tag = null,
        string? commandId = null
    ) => SendAsync(method, path, body, tag, commandId ?? Guid.NewGuid().ToString("N"), stopping);

    private async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        object? body,
        string? tag,
        string? commandId,
        CancellationToken stopping
    )
    {
        var content = body is null ? null : JsonSerializer.Serialize(body, Json.Api);
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, new Uri(front, path));
            request.Content = content is null ? null : new StringContent(content, Encoding.UTF8, "application/json");
            if (account is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue(
                    "Bearer",
                    await account.TokenAsync(stopping)
                );
            }

            if (commandId is not null)
            {
                request.Headers.Add("Idempotency-Key", commandId);
            }

            if (tag is not null)
            {
                request.Headers.IfMatch.ParseAdd(tag);
            }

            using var response = await http.SendAsync(request, stopping);
            // Away, full, or asked too often: each says when to come back.
            var passes = response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
            if (passes && attempt < AttemptsMax)
            {
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? AwayPause, time, stopping);
                continue;
            }

            return await AnswerAsync($"{method} {path}", response, stopping);
        }
    }

    private static async Task<Answer> AnswerAsync(
        string request,
        HttpResponseMessage response,
        CancellationToken stopping
    )
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(stopping);
        var isJson =
            response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Answer(
            request,
            response.StatusCode,
            isJson && bytes.Length > 0 ? JsonNode.Parse(bytes) : null,
            bytes,
            response.Headers.ETag?.ToString(),
            response.Headers.Location
        );
    }
}
