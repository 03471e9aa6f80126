namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// How long one bucket's storage is waited for, learnt from how long it has taken: a lost answer is looked into soon,
/// and a storage that has become slow is given the time it needs. Used by one sender at a time.
/// </summary>
/// <remarks>
/// Giving up early is safe, because a write without an answer is settled by reading; giving up late holds up everything
/// that waits for the bucket. A time that ran out teaches nothing: lost answers would drive the limit up to its bound
/// and each of them hold up the bucket for longer. A storage that has become slower than the limit answers at one of
/// the further tries, whose limits double, and is known from then on.
/// </remarks>
internal sealed class AnswerTimes(TimeSpan shortest)
{
    /// <summary>The limit is so many times the mean answer.</summary>
    public const int MeansAllowed = 8;

    private const double WeightOfNewest = 1.0 / 8;
    private TimeSpan _mean = GroupCommitLimits.FirstAnswerLimit / MeansAllowed;

    /// <summary>How long an answer is waited for; twice as long at each further try.</summary>
    /// <param name="attempt">1 for the first.</param>
    public TimeSpan LimitOf(int attempt)
    {
        var limit = _mean * MeansAllowed;
        limit = (limit > shortest ? limit : shortest) * (1 << Math.Clamp(attempt - 1, 0, 10));
        return limit < TableAccount.WriteRequestLimit ? limit : TableAccount.WriteRequestLimit;
    }

    /// <summary>An answer took so long.</summary>
    public void Took(TimeSpan time) => _mean += (time - _mean) * WeightOfNewest;
}
