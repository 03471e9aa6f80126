using System.Diagnostics;
using CeActors.Contracts.Review;
using CeActors.Grains.Review.Queues;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.Grains.Tests.Review.Queues;

public sealed class QueueIndexSpeedTests(ITestOutputHelper output)
{
    private const int Entries = 400_000;
    private const int PagesEach = 40;

    [Fact]
    public void Four_hundred_thousand_entries_are_listed_sorted_and_filtered_from_memory()
    {
        var samples = new SampleEntries(11, employers: 4_000);
        var entries = Enumerable.Range(0, Entries).Select(number => samples.Next(number)).ToList();
        var index = new QueueIndex();
        var watch = Stopwatch.StartNew();
        entries.ForEach(entry => index.Put(entry));
        output.WriteLine($"{Entries} entries put in {watch.Elapsed.TotalSeconds:f2} s");

        var plain = new QueueQuery(QueueSort.HeldSince, false, null, null, null, null, null, null, 50);
        foreach (var sort in Enum.GetValues<QueueSort>())
        {
            Measure($"{sort}", index, plain with { Sort = sort, Descending = true });
        }

        Measure("text of a name", index, plain with { Text = "王芳" });
        Measure("text of nothing", index, plain with { Text = "没有此人" });
        Measure("text of an id", index, plain with { Text = "000399" });
        Measure("employer", index, plain with { EmployerCode = "E00007", Sort = QueueSort.PersonName });
        Measure(
            "year, targets, age",
            index,
            plain with
            {
                Year = 2023,
                TargetsMet = true,
                HeldBefore = SampleEntries.Start.AddDays(9),
            }
        );

        watch.Restart();
        for (var number = 0; number < 10_000; number++)
        {
            index.Remove(SampleEntries.IdOf(number)).ShouldBeTrue();
            index.Put(samples.Next(Entries + number));
        }

        output.WriteLine($"one departure and one arrival: {watch.Elapsed.TotalMilliseconds / 10_000 * 1_000:f1} µs");
        watch.Restart();
        index.CountAt(SampleEntries.Start.AddDays(20), false).Total.ShouldBe(Entries);
        output.WriteLine($"counts: {watch.Elapsed.TotalMilliseconds:f2} ms");
        index.Count.ShouldBe(Entries);
    }

    private void Measure(string what, QueueIndex index, QueueQuery query)
    {
        var times = new List<double>();
        for (var page = 0; page < PagesEach; page++)
        {
            var start = Stopwatch.GetTimestamp();
            var read = index.Read(query, false);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            query = query with { After = read.Next };
        }

        times.Sort();
        output.WriteLine($"{what, -20} median {times[times.Count / 2]:f2} ms, worst {times[^1]:f2} ms");
    }
}
