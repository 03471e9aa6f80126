using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>503 Server Busy, try again after a second.</summary>
internal sealed class BusyResponse : Response
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Retry-After"] = "1",
        ["x-ms-error-code"] = "ServerBusy",
    };

    public override int Status => 503;

    public override string ReasonPhrase => "Server Busy";

    public override Stream? ContentStream { get; set; } = new MemoryStream();

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() { }

    protected override bool ContainsHeader(string name) => Fields.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        Fields.Select(field => new HttpHeader(field.Key, field.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        Fields.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = Fields.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
