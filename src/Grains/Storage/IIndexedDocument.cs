namespace CeActors.Grains.Storage;

/// <summary>
/// A stored document that names the rows to be written with it. The silo's composition registers each such document with the
/// storage provider.
/// </summary>
public interface IIndexedDocument
{
    /// <summary>The rows that belong to the document as it is now: a pure function of it, at most 99, no key twice.</summary>
    IReadOnlyList<StoredRow> ToRows();

    /// <summary>The rows as earlier programs wrote them, where they differ: a document that has not been written since still has those.</summary>
    IReadOnlyList<IReadOnlyList<StoredRow>> ToEarlierRows() => [];
}
