using System.Collections.Frozen;
using System.Collections.Immutable;
using CeActors.Contracts.Identity;
using CeActors.Grains;
using CeActors.Grains.Registry;
using CeActors.Grains.Verification;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CeActors.Silo.Hosting;

/// <summary>What the grains ask of their container.</summary>
internal static class GrainComposition
{
    public static void Configure(IServiceCollection services, SiloSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<RegistryAuthorityOptions>(options =>
        {
            options.AdministratorPersonIds = PersonIdsOf(settings.RealmName, settings.AdministratorSubjects);
            options.TrainingPlatformPersonIds = PersonIdsOf(settings.RealmName, settings.TrainingPlatformSubjects);
        });
        services.AddSingleton(RuleSetFile.Load(settings.RuleSet));
        services.AddSingleton<IAccountVerifier>(new AccountVerifier(settings));
        services.AddUnitGrains();
        services.AddDeclarationGrains(options =>
        {
            options.BucketCount = settings.BucketCount;
            options.ResidentIdKey = settings.ResidentIdKey ?? settings.RealmName;
        });
    }

    private static FrozenSet<string> PersonIdsOf(string realmName, ImmutableArray<string> subjects) =>
        subjects.Select(subject => PersonIds.From(realmName, subject)).ToFrozenSet(StringComparer.Ordinal);
}
