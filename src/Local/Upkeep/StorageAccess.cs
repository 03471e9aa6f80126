using CeActors.Local.Parts;
using CeActors.Local.Settings;
using CeActors.Local.Supervision;

namespace CeActors.Local.Upkeep;

/// <summary>
/// The storage that a command is about: the account that was named, this machine's where a run has it open, or this machine's
/// started for the command alone.
/// </summary>
public sealed class StorageAccess : IAsyncDisposable
{
    private readonly DataFolder? _folder;
    private readonly Household? _household;

    private StorageAccess(string connectionString, DataFolder? folder, Household? household)
    {
        ConnectionString = connectionString;
        _folder = folder;
        _household = household;
    }

    /// <summary>How to connect: what <see cref="AccountClients"/> takes.</summary>
    public string ConnectionString { get; }

    /// <summary>Opens it.</summary>
    /// <exception cref="LocalFault">It cannot be opened, or must not be emptied.</exception>
    public static async Task<StorageAccess> OpenAsync(
        LocalOptions options,
        Installation installation,
        Announcer announcer,
        CancellationToken stopping
    )
    {
        if (options.Connection is { } connection)
        {
            return new StorageAccess(connection, null, null);
        }

        var azurite = new AzuritePart(options, installation);
        if (await azurite.AnswersAsync(stopping))
        {
            return options.IsFresh
                ? throw new LocalFault("The storage of this machine is in use: stop the run before emptying it.")
                : new StorageAccess(azurite.ConnectionString, null, null);
        }

        var folder = DataFolder.Open(options);
        var household = new Household(Path.Combine(options.DataFolder, "logs"), announcer);
        try
        {
            var storage = household.Start(azurite.Launch());
            await household.ReadyAsync(storage, azurite.AnswersAsync, stopping);
            return new StorageAccess(azurite.ConnectionString, folder, household);
        }
        catch (Exception)
        {
            await household.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Stops what was started for the command.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_household is not null)
        {
            await _household.DisposeAsync();
        }

        _folder?.Dispose();
    }
}
