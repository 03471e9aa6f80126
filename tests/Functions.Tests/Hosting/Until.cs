using Shouldly;

namespace CeActors.Functions.Tests.Hosting;

/// <summary>Waits for what another part does by itself, and says what was awaited when it does not come.</summary>
public static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    public static async Task<T> Async<T>(Func<Task<T>> look, Func<T, bool> isSo, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (isSo(seen))
            {
                return seen;
            }

            TimeProvider
                .System.GetElapsedTime(started)
                .ShouldBeLessThan(Limit, $"Awaited that {what}; last seen {seen}.");
            await Task.Delay(LookEvery);
        }
    }
}
