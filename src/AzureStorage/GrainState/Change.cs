using System.Diagnostics;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// One state change on its way to the storage: a document and its index rows, which land together or not at all. It is
/// completed once, with the document's new etag (null after a deletion) or with what went wrong.
/// </summary>
internal sealed class Change(GrainId grainId, string rowKey, string writeId, string? expectedETag, bool deletes)
{
    private readonly TaskCompletionSource<string?> _completion = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public GrainId GrainId { get; } = grainId;

    /// <summary>The stored key of the document.</summary>
    public string RowKey { get; } = rowKey;

    /// <summary>The write id that the document will have.</summary>
    public string WriteId { get; } = writeId;

    /// <summary>The etag that the stored document must have; null when there must be none.</summary>
    public string? ExpectedETag { get; } = expectedETag;

    /// <summary>Whether the document is deleted.</summary>
    public bool Deletes { get; } = deletes;

    /// <summary>The rows; the first is the document.</summary>
    public List<TableTransactionAction> Actions { get; } = new(4);

    /// <summary>Estimated size in the body of a transaction.</summary>
    public int Bytes { get; set; }

    /// <summary>When it was accepted, as a timestamp of the provider's clock.</summary>
    public long AcceptedAt { get; set; }

    /// <summary>The span that waits for it; null when nobody traces it.</summary>
    public Activity? Asker { get; set; }

    /// <summary>Whether a sending of it may have landed without our knowing.</summary>
    public bool InDoubt { get; set; }

    /// <summary>Completes when its fate is known.</summary>
    public Task<string?> Completion => _completion.Task;

    /// <summary>An index row that was to be inserted is there already: it is replaced.</summary>
    public void ReplacesRow(int place) =>
        Actions[place] = new TableTransactionAction(TableTransactionActionType.UpsertReplace, Actions[place].Entity);

    public void Landed(string? etag) => _completion.TrySetResult(etag);

    public void Failed(Exception exception) => _completion.TrySetException(exception);
}
