using System.Diagnostics;

namespace CeActors.Local.Demo;

/// <summary>Says each step of the demo and holds it to what is expected.</summary>
public sealed class Stage(Announcer announcer, TimeProvider time)
{
    /// <summary>How long the demo waits for anything that happens by itself.</summary>
    public static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(150);
    private int _acts;
    private int _steps;

    /// <summary>Begins a part of the guide.</summary>
    public void Act(string chinese, string english)
    {
        announcer.Say();
        announcer.Say($"━━ {++_acts}. {chinese} · {english}");
    }

    /// <summary>One step: who did what, and what came of it.</summary>
    public void Step(string who, string chinese, string english)
    {
        announcer.Say($"  {++_steps, 3}  {who}");
        announcer.Say($"       {chinese}");
        announcer.Say($"       {english}");
    }

    /// <summary>A line below the step.</summary>
    public void Note(string text) => announcer.Say("       · " + text);

    /// <exception cref="LocalFault">It is not so.</exception>
    public static void Expect(bool holds, string expectation)
    {
        if (!holds)
        {
            throw new LocalFault($"The demo did not go as expected: {expectation}");
        }
    }

    /// <summary>Asks again and again until there is an answer.</summary>
    /// <exception cref="LocalFault">None came in time; the message says what was awaited.</exception>
    public async Task<T> UntilAsync<T>(string awaited, Func<Task<T?>> ask, CancellationToken stopping)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < WaitLimit)
        {
            if (await ask() is { } found)
            {
                return found;
            }

            await Task.Delay(PollEvery, time, stopping);
        }

        throw new LocalFault($"Waited {WaitLimit.TotalSeconds:0} s in vain until {awaited}.");
    }
}
