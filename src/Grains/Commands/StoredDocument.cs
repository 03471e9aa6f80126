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
internal sealed class StoredDocument<TDocument>(
    IPersistentState<TDocument> storage,
    IGrainContext grain,
    HandingRules? rules = null
)
    where TDocument : class
{
    private readonly HandingRules _rules = rules ?? HandingRules.Design;
    private bool _isInDoubt;

    /// <summary>A write of this activation failed: it only waits for its end.</summary>
    public bool IsInDoubt => _isInDoubt;

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
        if (!_rules.RemembersOnlyWhatLanded)
        {
            Committed = document;
        }

        try
        {
            await storage.WriteStateAsync();
        }
        catch (Exception) when (_rules.GoesInDoubt)
        {
            _isInDoubt = true;
            grain.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, "A write failed."));
            throw;
        }

        Committed = document;
    }

    /// <summary>
    /// Reads what is stored. True when that is not what was known here: another activation has written, or a write has landed late. It is
    /// known from then on.
    /// </summary>
    /// <exception cref="Exception">It could not be read; what was known stays so.</exception>
    public async Task<bool> RefreshAsync()
    {
        RequireCertainty();
        var known = storage.Etag;
        await storage.ReadStateAsync();
        if (storage.Etag == known)
        {
            return false;
        }

        Load();
        return true;
    }
}
