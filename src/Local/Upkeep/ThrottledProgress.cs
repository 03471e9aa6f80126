namespace CeActors.Local.Upkeep;

/// <summary>Passes progress on once in a few seconds: a line for each thousand rows would hide what matters.</summary>
internal sealed class ThrottledProgress<T>(TimeProvider time, Action<T> say) : IProgress<T>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private long _last = time.GetTimestamp();

    public void Report(T value)
    {
        lock (_gate)
        {
            if (time.GetElapsedTime(_last) >= Every)
            {
                _last = time.GetTimestamp();
                say(value);
            }
        }
    }
}
