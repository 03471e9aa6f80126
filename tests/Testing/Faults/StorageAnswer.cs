using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CeActors.Testing.Faults;

/// <summary>An answer of the storage, or one in its manner.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">All headers but those that the connection makes itself.</param>
/// <param name="Body">The body.</param>
internal sealed record StorageAnswer(int Status, IReadOnlyList<KeyValuePair<string, string[]>> Headers, byte[] Body)
{
    private const string TableJson = "application/json;odata=minimalmetadata;streaming=true;charset=utf-8";

    /// <summary>Whether the storage did what was asked. A refused transaction is a 202 that holds an error.</summary>
    public bool IsSuccess => Status < 300 && Body.AsSpan().IndexOf("\"odata.error\""u8) < 0;

    /// <summary>Throttling. A transaction meets it on its way in, or as the answer to its rows.</summary>
    public static StorageAnswer Busy(StorageRequest request, bool isInside) =>
        request.Kind == StorageRequestKind.Transaction && isInside
            ? Refusal(503, "ServerBusy", "The server is busy.")
            : Error(503, "ServerBusy", "The server is busy.");

    /// <summary>An internal error.</summary>
    public static StorageAnswer ServerError() =>
        Error(500, "InternalError", "The server encountered an internal error. Please retry the request.");

    /// <summary>A condition that does not hold.</summary>
    public static StorageAnswer Conflict(StorageRequest request, int row) =>
        OfRow(
            request,
            row,
            412,
            "UpdateConditionNotSatisfied",
            "The update condition specified in the request was not satisfied."
        );

    /// <summary>A row that is there already.</summary>
    public static StorageAnswer Exists(StorageRequest request, int row) =>
        OfRow(request, row, 409, "EntityAlreadyExists", "The specified entity already exists.");

    /// <summary>A page without rows that says where to read on.</summary>
    public static StorageAnswer EmptyPage(string partition, string row) =>
        new(
            200,
            [
                new("Content-Type", [TableJson]),
                new("x-ms-continuation-NextPartitionKey", [partition]),
                new("x-ms-continuation-NextRowKey", [row]),
            ],
            "{\"value\":[]}"u8.ToArray()
        );

    /// <summary>Takes down an answer.</summary>
    public static async Task<StorageAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new((int)response.StatusCode, [.. Kept(response.Headers), .. Kept(response.Content.Headers)], body);

        static IEnumerable<KeyValuePair<string, string[]>> Kept(HttpHeaders headers) =>
            headers
                .NonValidated.Where(header =>
                    header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive" or "Content-Length")
                )
                .Select(header => KeyValuePair.Create(header.Key, header.Value.ToArray()));
    }

    /// <summary>Sends it to the client.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, values) in Headers)
        {
            context.Response.Headers[name] = values;
        }

        if (context.Request.Method == "HEAD" || Status is 204 or 304)
        {
            return;
        }

        context.Response.ContentLength = Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }

    private static StorageAnswer OfRow(StorageRequest request, int row, int status, string code, string text) =>
        request.Kind == StorageRequestKind.Transaction
            ? Refusal(status, code, string.Create(CultureInfo.InvariantCulture, $"{row}:{text}"))
            : Error(status, code, text);

    private static StorageAnswer Error(int status, string code, string text) =>
        new(
            status,
            [new("Content-Type", [TableJson]), new("x-ms-error-code", [code])],
            Encoding.UTF8.GetBytes(ErrorJson(code, text))
        );

    private static StorageAnswer Refusal(int status, string code, string text)
    {
        const string batch = "batchresponse_00000000-0000-0000-0000-000000000001";
        const string changes = "changesetresponse_00000000-0000-0000-0000-000000000002";
        var body =
            $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n"
            + $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + $"HTTP/1.1 {status} {code}\r\nX-Content-Type-Options: nosniff\r\nContent-Type: application/json\r\n\r\n"
            + $"{ErrorJson(code, text)}\r\n--{changes}--\r\n--{batch}--\r\n";
        return new(202, [new("Content-Type", [$"multipart/mixed; boundary={batch}"])], Encoding.ASCII.GetBytes(body));
    }

    private static string ErrorJson(string code, string text) =>
        "{\"odata.error\":{\"code\":\""
        + code
        + "\",\"message\":{\"lang\":\"en-US\",\"value\":\""
        + text
        + "\\nRequestId:00000000-0000-0000-0000-000000000000\\nTime:2026-01-01T00:00:00.0000000Z\"}}}";
}
