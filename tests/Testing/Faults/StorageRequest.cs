using System.Text;
using Microsoft.AspNetCore.Http;

namespace CeActors.Testing.Faults;

/// <summary>What a request asks of the storage.</summary>
public enum StorageRequestKind
{
    /// <summary>An entity group transaction.</summary>
    Transaction = 0,

    /// <summary>Anything else that changes something: a row, a table, a blob.</summary>
    Write = 1,

    /// <summary>One row or one blob.</summary>
    Read = 2,

    /// <summary>Rows by a filter, a page at a time.</summary>
    Query = 3,
}

/// <summary>A request as a fault proxy sees it.</summary>
public sealed class StorageRequest
{
    private static readonly byte[] PartMark = "\r\nContent-Type: application/http"u8.ToArray();
    private static readonly byte[] Insertion = "\r\nPOST "u8.ToArray();
    private static readonly byte[] Condition = "\r\nIf-Match: W/"u8.ToArray();

    internal StorageRequest(string method, string target, IHeaderDictionary headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Target = target;
        Path = Uri.UnescapeDataString(target.Split('?')[0]);
        Body = body;
        Headers = headers;
        Kind = KindOf(method, Path);
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path, account first, without escapes.</summary>
    public string Path { get; }

    /// <summary>What it asks.</summary>
    public StorageRequestKind Kind { get; }

    /// <summary>Whether it may change something.</summary>
    public bool IsWrite => Kind is StorageRequestKind.Transaction or StorageRequestKind.Write;

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Whether path or body mentions the text, which must be ASCII.</summary>
    public bool Mentions(string text) =>
        Path.Contains(text, StringComparison.Ordinal)
        || Body.Span.IndexOf(Encoding.ASCII.GetBytes(text)) >= 0
        || Body.Span.IndexOf(Encoding.ASCII.GetBytes(Uri.EscapeDataString(text))) >= 0;

    /// <summary>Path and query as the client wrote them.</summary>
    internal string Target { get; }

    internal IHeaderDictionary Headers { get; }

    /// <summary>
    /// The first row that is written on condition of its etag: its number in a transaction, 0 for a request about one row;
    /// null when there is no condition.
    /// </summary>
    internal int? ConditionalRow
    {
        get
        {
            if (Kind != StorageRequestKind.Transaction)
            {
                return IsWrite && Headers.IfMatch.Count > 0 && Headers.IfMatch != "*" ? 0 : null;
            }

            var condition = Body.Span.IndexOf(Condition);
            return condition < 0 ? null : Body.Span[..condition].Count(PartMark) - 1;
        }
    }

    /// <summary>The first row that must not be there yet, likewise.</summary>
    internal int? InsertedRow
    {
        get
        {
            if (Kind != StorageRequestKind.Transaction)
            {
                return Method == "POST" && !Path.EndsWith("/Tables", StringComparison.Ordinal) ? 0 : null;
            }

            var insertion = Body.Span.IndexOf(Insertion);
            return insertion < 0 ? null : Body.Span[..insertion].Count(PartMark) - 1;
        }
    }

    private static StorageRequestKind KindOf(string method, string path) =>
        method switch
        {
            "GET" or "HEAD" when path.EndsWith("()", StringComparison.Ordinal) => StorageRequestKind.Query,
            "GET" or "HEAD" when path.EndsWith("/Tables", StringComparison.Ordinal) => StorageRequestKind.Query,
            "GET" or "HEAD" => StorageRequestKind.Read,
            _ when path.EndsWith("/$batch", StringComparison.Ordinal) => StorageRequestKind.Transaction,
            _ => StorageRequestKind.Write,
        };
}
