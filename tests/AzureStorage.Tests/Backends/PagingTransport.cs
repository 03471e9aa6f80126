using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CeActors.AzureStorage.Tests.Backends;

/// <summary>
/// A transport that has queries answered in pages of a few rows. The service may end a page wherever it likes; Azurite
/// gives small tables in one.
/// </summary>
/// <param name="rowsPerPage">Rows in a page, at least one.</param>
/// <param name="laterPagesFail">Whether every page after the first of a query gets lost on the way.</param>
internal sealed partial class PagingTransport(int rowsPerPage, bool laterPagesFail = false) : HttpPipelineTransport
{
    private readonly HttpClientTransport _inner = new();
    private int _pages;

    /// <summary>Pages asked for.</summary>
    public int Pages => Volatile.Read(ref _pages);

    public override Azure.Core.Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("All is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var uri = message.Request.Uri;
        if (message.Request.Method == RequestMethod.Get && uri.Path.EndsWith("()", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _pages);
            if (laterPagesFail && uri.Query.Contains("NextPartitionKey", StringComparison.Ordinal))
            {
                throw new HttpRequestException("A later page fails, as planned.");
            }

            // The size of pages is no part of what is signed.
            var query = PageSize().Replace(uri.Query, "");
            uri.Query = $"{query}{(query.Length > 1 ? "&" : "?")}$top={rowsPerPage}";
        }

        await _inner.ProcessAsync(message);
    }

    [GeneratedRegex(@"(?<=[?&])(%24|\$)top=\d+&?|&(%24|\$)top=\d+$")]
    private static partial Regex PageSize();
}
