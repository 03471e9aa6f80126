namespace CeActors.Grains.Commands;

/// <summary>
/// The one document of a grain. What it shows changes only when a write is known to have landed. After a write that failed
/// in any way nobody knows what is stored: the activation decides nothing any more and goes, and the next one reads the
/// truth.
/// </summary>
/// <remarks>
/// The stored form itself must not be read for that: it holds what is being written while a write is under way, and
/// interleaving calls would see what may never come to be.
/// </remarks>
internal sealed class StoredDocument<TDocument>(IPersistentState<TDocument> storage, IGrainContext grain)
    where TDocument : class
{
    private bool _isInDoubt;

    /// <summary>The document as it is known to be stored; null when there is none.</summary>
    public TDocument? Committed { get; private set; }

    /// <summary>Takes over what was read; to be called once, when the grain activates.</summary>
    public void Load() => Committed = storage.RecordExists ? storage.State : null;

    /// <summary>To be called at the start of each command.</summary>
    /// <exception cref="OutcomeUnknownException">An earlier write of this activation failed.</exception>
    public void RequireCertainty()
    {
        if (_isInDoubt)
        {
            throw new OutcomeUnknownException(grain.GrainId);
        }
    }

    /// <summary>Replaces the document on condition that it is still as it was read.</summary>
    /// <exception cref="Exception">Any: the outcome is unknown, and the activation goes.</exception>
    public async Task WriteAsync(TDocument document)
    {
        RequireCertainty();
        storage.State = document;
        try
        {
            await storage.WriteStateAsync();
        }
        catch (Exception)
        {
            _isInDoubt = true;
            grain.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, "A write failed."));
            throw;
        }

        Committed = document;
    }
}
