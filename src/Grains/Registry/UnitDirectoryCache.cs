using CeActors.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CeActors.Grains.Registry;

/// <summary>
/// The directory of a silo: read when somebody asks and what is there is no longer fresh, by one reading at a time for all who
/// ask.
/// </summary>
public sealed partial class UnitDirectoryCache(
    [FromKeyedServices(StorageNames.Registry)] IStoredRowReader rows,
    TimeProvider time,
    ILogger<UnitDirectoryCache> logger
)
{
    /// <summary>How long a reading is fresh. One that takes long is fresh for as long as ten of it take, so as not to read all the time.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(3);

    /// <summary>How old a reading may be to answer with, while another is under way.</summary>
    public static readonly TimeSpan UsableFor = TimeSpan.FromSeconds(30);

    private const int FreshForReadings = 10;
    private readonly Lock _gate = new();
    private Reading? _last;
    private Task<Reading>? _reading;

    /// <summary>The units as they were read last.</summary>
    /// <exception cref="Exception">They could not be read, and what was read before is too old.</exception>
    internal async ValueTask<DirectorySnapshot> GetAsync()
    {
        var last = Volatile.Read(ref _last);
        var age = last is null ? TimeSpan.MaxValue : time.GetUtcNow() - last.Snapshot.RefreshedAt;
        if (last is not null && age < last.FreshFor)
        {
            return last.Snapshot;
        }

        var reading = Refresh();
        return last is not null && age < UsableFor + last.FreshFor ? last.Snapshot : (await reading).Snapshot;
    }

    private Task<Reading> Refresh()
    {
        lock (_gate)
        {
            return _reading ??= Task.Run(ReadAsync);
        }
    }

    private async Task<Reading> ReadAsync()
    {
        try
        {
            var began = time.GetUtcNow();
            var since = TimeProvider.System.GetTimestamp();
            var units = new List<UnitRow>();
            await foreach (var row in rows.ReadAsync(UnitRows.Prefix, CancellationToken.None).ConfigureAwait(false))
            {
                if (TryRead(row) is { } unit)
                {
                    units.Add(unit);
                }
            }

            var took = TimeProvider.System.GetElapsedTime(since) * FreshForReadings;
            var reading = new Reading(new DirectorySnapshot(units, began), took > FreshFor ? took : FreshFor);
            Volatile.Write(ref _last, reading);
            return reading;
        }
        catch (Exception exception)
        {
            LogNotRead(exception);
            throw;
        }
        finally
        {
            lock (_gate)
            {
                _reading = null;
            }
        }
    }

    private UnitRow? TryRead(StoredRow row)
    {
        try
        {
            return UnitRows.Read(row);
        }
        catch (FormatException exception)
        {
            LogUnreadable(exception, row.Key);
            return null;
        }
    }

    [LoggerMessage(
        EventId = 3201,
        Level = LogLevel.Warning,
        Message = "The units could not be read; the directory is as it was"
    )]
    private partial void LogNotRead(Exception exception);

    [LoggerMessage(
        EventId = 3202,
        Level = LogLevel.Error,
        Message = "The row {RowKey} of a unit cannot be read; it is left out"
    )]
    private partial void LogUnreadable(Exception exception, string rowKey);

    private sealed record Reading(DirectorySnapshot Snapshot, TimeSpan FreshFor);
}
