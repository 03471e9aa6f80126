namespace CeActors.Functions.Admission;

/// <summary>A request's place among those of one unit. One thread at a time.</summary>
/// <param name="counts">What each unit has under way.</param>
/// <param name="slot">The unit's; counted once already.</param>
/// <param name="most">How many one unit may have now.</param>
internal sealed class UnitPlace(SharedCounts counts, int slot, Func<int> most)
{
    private bool _isInside = true;

    /// <summary>Gives the place up for a while.</summary>
    public void StepAside() => End();

    /// <summary>Takes it again; false when the unit has none left.</summary>
    public bool TryComeBack() => _isInside = counts.TryAdd(slot, most());

    /// <summary>Gives the place up, if it has one still.</summary>
    public void End()
    {
        if (_isInside)
        {
            _isInside = false;
            counts.Remove(slot);
        }
    }
}
