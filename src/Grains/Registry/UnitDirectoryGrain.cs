using System.Collections.Immutable;
using CeActors.Contracts.Registry;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace CeActors.Grains.Registry;

/// <summary>The silo's directory; holds nothing itself, so its calls may interleave.</summary>
[GrainType("unit-directory")]
[StatelessWorker(1), Reentrant]
internal sealed class UnitDirectoryGrain(UnitDirectoryCache directory, IOptions<RegistryAuthorityOptions> authority)
    : Grain,
        IUnitDirectory
{
    /// <inheritdoc />
    public async Task<DirectoryPage> SearchAsync(DirectoryQuery query) => (await directory.GetAsync()).Search(query);

    /// <inheritdoc />
    public async Task<DirectoryEntry?> GetAsync(string unitCode) => (await directory.GetAsync()).Find(unitCode);

    /// <inheritdoc />
    public async Task<ImmutableArray<Membership>> GetMembershipsAsync(string personId) =>
        (await directory.GetAsync()).MembershipsOf(personId);

    /// <inheritdoc />
    public Task<bool> IsAdministratorAsync(string personId) =>
        Task.FromResult(authority.Value.AdministratorPersonIds.Contains(personId));
}
