using CeActors.Grains.Review;
using CeActors.Grains.Review.Queues;
using CeActors.Grains.Tests.Review.Units;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review.Queues;

public sealed class QueueReaderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
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
    public async Task What_nobody_waits_for_is_read_by_one_query_at_a_time_and_overtaken_by_what_somebody_waits_for()
    {
        var time = new FakeTimeProvider();
        var reader = new QueueReader(_rows, time, NullLogger<QueueReader>.Instance);
        for (var number = 0; number < QueueReader.ReadByUnitMax; number++)
        {
            _rows.Wait($"E{number}", _samples.Next(number));
        }

        _rows.Wait("E-URGENT", _samples.Next(100));
        _rows.Hold("w|E0|");
        var held = _rows.Began("w|E0|");
        var patient = Enumerable
            .Range(0, QueueReader.ReadByUnitMax)
            .Select(number =>
                reader.ReadAsync(QueueRows.WaitingPrefix($"E{number}"), true, CancellationToken.None).ToListAsync()
            )
            .Select(reading => reading.AsTask())
            .ToList();
        await PassAsync(time, held);

        // The first of the patient ones is under way and stuck; the others are not sent, and the urgent one is answered.
        var urgent = await reader
            .ReadAsync(QueueRows.WaitingPrefix("E-URGENT"), false, CancellationToken.None)
            .ToListAsync();
        urgent.Sum(batch => batch.Count).ShouldBe(1);
        _rows.PatientReadings.ShouldBe(["w|E0|"]);

        _rows.Release("w|E0|");
        await PassAsync(time, Task.WhenAll(patient));
        _rows.PatientReadings.Count.ShouldBe(QueueReader.ReadByUnitMax);
        _rows.PatientReadingsAtOnceMax.ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_waits_for_gives_way_but_not_for_ever()
    {
        var time = new FakeTimeProvider();
        var reader = new QueueReader(_rows, time, NullLogger<QueueReader>.Instance);
        _rows.Hold("w|E-URGENT|");
        var urgentBegan = _rows.Began("w|E-URGENT|");
        var urgent = reader.ReadAsync("w|E-URGENT|", false, CancellationToken.None).ToListAsync().AsTask();
        await urgentBegan.WaitAsync(Patience);
        var began = time.GetUtcNow();
        var patient = reader.ReadAsync("w|E1|", true, CancellationToken.None).ToListAsync().AsTask();
        await PassAsync(time, patient);
        (time.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(QueueReader.GatheredFor + QueueReader.GivesWayMax);
        urgent.IsCompleted.ShouldBeFalse();
        _rows.Release("w|E-URGENT|");
        await urgent.WaitAsync(Patience);
    }

    [Fact]
    public async Task So_many_readings_that_somebody_waits_for_are_under_way_at_most()
    {
        const int Units = QueueReader.ReadByUnitMax;
        var began = new List<Task>();
        for (var number = 0; number < Units; number++)
        {
            _rows.Hold($"w|E{number}|");
            began.Add(_rows.Began($"w|E{number}|"));
        }

        var readings = Enumerable
            .Range(0, Units)
            .Select(number => _reader.ReadAsync($"w|E{number}|", false, CancellationToken.None).ToListAsync().AsTask())
            .ToList();
        await Task.WhenAll(began.Take(QueueReader.ReadingsMax)).WaitAsync(Patience);
        _rows.Readings.Count.ShouldBe(QueueReader.ReadingsMax);
        for (var number = 0; number < Units; number++)
        {
            _rows.Release($"w|E{number}|");
        }

        await Task.WhenAll(readings).WaitAsync(Patience);
        _rows.Readings.Count.ShouldBe(Units);
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

    // The clock goes on until it is done: what waits for the clock next is not known from here.
    private static async Task PassAsync(FakeTimeProvider time, Task awaited)
    {
        var limit = Task.Delay(Patience);
        while (!awaited.IsCompleted)
        {
            limit.IsCompleted.ShouldBeFalse("what is read patiently was awaited");
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await awaited;
    }

    private async Task<string> ReadAsync(int number, bool isPatient)
    {
        var batches = await _reader
            .ReadAsync(QueueRows.WaitingPrefix($"E{number}"), isPatient, CancellationToken.None)
            .ToListAsync();
        return batches.SelectMany(batch => batch).Single().DeclarationId;
    }
}
