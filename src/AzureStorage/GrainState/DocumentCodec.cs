using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;
using Orleans.Storage;

namespace CeActors.AzureStorage.GrainState;

/// <summary>Makes documents of states and states of stored rows; what cannot be read throws without its content.</summary>
internal sealed class DocumentCodec(IGrainStorageSerializer serializer, Func<Exception, string?> explain)
{
    public BinaryData Serialize<T>(T state) => serializer.Serialize(state);

    /// <summary>The state in a stored row.</summary>
    /// <exception cref="StoredDocumentUnreadableException">The row or the document is damaged.</exception>
    public T StateOf<T>(string stateName, GrainId grainId, TableEntity stored)
    {
        try
        {
            var state = serializer.Deserialize<T>(DocumentRow.Read(stored));
            return state is null ? throw new FormatException("it is null") : state;
        }
        catch (Exception exception) when (explain(exception) is { } reason)
        {
            throw new StoredDocumentUnreadableException(grainId, stateName, reason.TrimEnd('.'));
        }
        catch (JsonException exception)
        {
            // The exception's own message and path may hold what people typed.
            var place =
                $"it is not the expected JSON at line {exception.LineNumber}, byte {exception.BytePositionInLine}";
            throw new StoredDocumentUnreadableException(grainId, stateName, place);
        }
        catch (FormatException exception)
        {
            throw new StoredDocumentUnreadableException(grainId, stateName, exception.Message);
        }
        catch (Exception exception)
        {
            throw new StoredDocumentUnreadableException(grainId, stateName, $"a {exception.GetType().Name} was thrown");
        }
    }

    /// <summary>What is stored besides the document.</summary>
    /// <exception cref="StoredDocumentUnreadableException">The row is damaged.</exception>
    public static Known KnownOf(string stateName, GrainId grainId, TableEntity stored)
    {
        try
        {
            return new Known(stored.ETag.ToString(), DocumentRow.RowsOf(stored), DocumentRow.ChunksOf(stored));
        }
        catch (FormatException exception)
        {
            throw new StoredDocumentUnreadableException(grainId, stateName, exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // So the SDK says it; a row listed twice is the other.
            throw new StoredDocumentUnreadableException(
                grainId,
                stateName,
                "a column is not of the type it should have"
            );
        }
    }
}

/// <summary>What is stored with a document besides its bytes, as far as the holder of its state knows.</summary>
/// <param name="ETag">The etag this knowledge belongs to; null when nothing is stored.</param>
/// <param name="Rows">The index rows.</param>
/// <param name="Chunks">The chunks that hold the document.</param>
internal sealed record Known(string? ETag, StoredRows Rows, int Chunks)
{
    public static readonly Known Nothing = new(null, StoredRows.None, 1);
}

/// <summary>
/// Remembers for each state object what was stored at its last read or write. States without rows and with one chunk
/// need no memory, unless their type is indexed: then no memory means that it must be read.
/// </summary>
internal sealed class KnownStates
{
    private readonly ConditionalWeakTable<object, Known> _known = [];

    /// <summary>What is known of a state; null when it must be read.</summary>
    public Known? Find(object state, string? etag, bool isIndexed) =>
        etag is null ? Known.Nothing
        : _known.TryGetValue(state, out var known) && known.ETag == etag ? known
        : isIndexed ? null
        : Known.Nothing with { ETag = etag };

    public void Remember(object state, Known known, bool isIndexed)
    {
        if (isIndexed || known.Chunks > 1 || known.Rows.Keys.Count > 0)
        {
            _known.AddOrUpdate(state, known);
        }
        else
        {
            _known.Remove(state);
        }
    }

    public void Forget(object state) => _known.Remove(state);
}
