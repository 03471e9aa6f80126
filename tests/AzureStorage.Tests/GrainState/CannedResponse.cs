using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>An answer of the service that Azurite would not give.</summary>
internal sealed class CannedResponse(int status, string body, params (string Name, string Value)[] headers) : Response
{
    /// <summary>503 Server Busy, try again after a second.</summary>
    public static CannedResponse Busy() => new(503, "", ("Retry-After", "1"), ("x-ms-error-code", "ServerBusy"));

    /// <summary>A transaction is refused for one of its rows.</summary>
    public static CannedResponse RefusedRow(int row, int status = 400, string code = "PropertyLimitExceeded") =>
        new(
            202,
            "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\n"
                + $"HTTP/1.1 {status} Bad Request\r\nContent-Type: application/json;odata=minimalmetadata\r\n\r\n"
                + $"{{\"odata.error\":{{\"code\":\"{code}\",\"message\":{{\"lang\":\"en-US\",\"value\":\"{row}:No.\\nRequestId:1\"}}}}}}\r\n"
                + "--c--\r\n--b--\r\n",
            ("Content-Type", "multipart/mixed; boundary=b")
        );

    public override int Status => status;

    public override string ReasonPhrase => "Canned";

    public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(body));

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() { }

    protected override bool ContainsHeader(string name) => Find(name) is not null;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        headers.Select(header => new HttpHeader(header.Name, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        (value = Find(name)) is not null;

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = Find(name) is { } value ? [value] : null;
        return values is not null;
    }

    private string? Find(string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
