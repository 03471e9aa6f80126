using System.Diagnostics;

namespace CeActors.Grains.Tests;

/// <summary>Waits for what happens by itself in another part of the cluster.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer is as wished.</summary>
    /// <param name="awaited">What is awaited, for the message of a failing test.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="isAsWished">Judges an answer.</param>
    public static async Task<T> ValueAsync<T>(string awaited, Func<Task<T>> ask, Func<T, bool> isAsWished)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var value = await ask();
            if (isAsWished(value))
            {
                return value;
            }

            if (watch.Elapsed > Limit)
            {
                throw new TimeoutException($"Awaited for {Limit}: {awaited}. Last answer: {value}");
            }

            await Task.Delay(LookEvery);
        }
    }
}
