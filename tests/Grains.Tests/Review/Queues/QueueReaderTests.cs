using CeActors.Grains.Review;
using CeActors.Grains.Review.Queues;
using CeActors.Grains.Tests.Review.Units;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review.Queues;

public sealed class QueueReaderTests
{
    private readonly ScriptedRows _rows = new();
    private readonly SampleEntries _samples = new(1);
    private readonly QueueReader _reader;

    public QueueReaderTests() =>
        _reader = new QueueReader(_rows, TimeProvider.System, NullLogger<QueueReader>.Instance);

    [Fact]
    public async Task A_unit_alone_reads_its_own_rows_in_batches()
    {
        const int Count = QueueReader.BatchEntries * 2 + 1;
        for (var number = 0; number < Count; number++)
        {
            _rows.Wait("E1", _samples.Next(number));
        }

        var batches = await _reader
            .ReadAsync(QueueRows.WaitingPrefix("E1"), false, CancellationToken.None)
            .ToListAsync();
        batches.Sum(batch => batch.Count).ShouldBe(Count);
        batches.ShouldAllBe(batch => batch.Count <= QueueReader.BatchEntries);
        _rows.Readings.ShouldBe(["w|E1|"]);
    }

    [Fact]
    public async Task Many_units_that_ask_at_a_time_are_served_by_few_readings_and_each_gets_its_own()
    {
        const int Units = 200;
        for (var number = 0; number < Units; number++)
        {
            _rows.Wait($"E{number}", _samples.Next(number));
            _rows.Wait("E-OTHER", _samples.Next(number + Units));
            _rows.Decide($"E{number}", _samples.Next(number + 2 * Units));
        }

        _rows.Hold("w|E0|");
        var first = ReadAsync(0, isPatient: false);
        var all = Enumerable.Range(1, Units - 1).Select(number => ReadAsync(number, isPatient: false)).ToList();
        var others = await Task.WhenAll(all);
        _rows.Release("w|E0|");
        var entries = others.Prepend(await first).ToList();
        entries.ShouldBe(Enumerable.Range(0, Units).Select(SampleEntries.IdOf));
        _rows.Readings.Count.ShouldBeLessThan(Units / 2);
        _rows.Readings.ShouldContain("w|");
    }

    [Fact]
    public async Task Those_in_no_hurry_are_gathered_into_one_reading()
    {
        for (var number = 0; number < 50; number++)
        {
            _rows.Wait($"E{number}", _samples.Next(number));
        }

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => ReadAsync(number, isPatient: true)));
        _rows.Readings.ShouldBe(["w|"]);
    }

    [Fact]
    public async Task A_failure_reaches_everybody_who_asked()
    {
        _rows.Fail("w|E1|", 1);
        await Should.ThrowAsync<IOException>(async () =>
            await _reader.ReadAsync("w|E1|", false, CancellationToken.None).ToListAsync()
        );
        (await _reader.ReadAsync("w|E1|", false, CancellationToken.None).ToListAsync())
            .Sum(batch => batch.Count)
            .ShouldBe(0);
    }

    private async Task<string> ReadAsync(int number, bool isPatient)
    {
        var batches = await _reader
            .ReadAsync(QueueRows.WaitingPrefix($"E{number}"), isPatient, CancellationToken.None)
            .ToListAsync();
        return batches.SelectMany(batch => batch).Single().DeclarationId;
    }
}
