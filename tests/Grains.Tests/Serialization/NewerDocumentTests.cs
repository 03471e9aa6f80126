using CeActors.AzureStorage;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Review;
using CeActors.Contracts.Statements;
using CeActors.Domain.Identity;
using CeActors.Grains.Professionals;
using CeActors.Grains.Storage;
using Orleans.Storage;
using Shouldly;
using Xunit;
using Registrar = CeActors.Grains.Tests.Review.Units.Registry;

namespace CeActors.Grains.Tests.Serialization;

/// <summary>
/// Documents that a newer program stored, met by this one in a running silo: whoever calls the grain is told which versions
/// are known, and the document stays as it is, whatever was asked.
/// </summary>
[Collection(nameof(OneSilo))]
public sealed class NewerDocumentTests(ClusterFixture cluster)
{
    private const int NewerVersion = 99;

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["declaration"] = new(
            StorageNames.State,
            grains => grains.GetGrain<IDeclaration>(DeclarationId()),
            grain => grain.AsReference<IDeclaration>().GetAsync(Registrar.Administrator),
            grain => grain.AsReference<IDeclaration>().WhereAreYouAsync()
        ),
        ["professional"] = new(
            StorageNames.State,
            grains => grains.GetGrain<IProfessional>(Registrar.Person($"{Guid.NewGuid():N}").PersonId),
            grain => grain.AsReference<IProfessional>().GetProfileAsync(Registrar.Administrator),
            grain =>
                grain
                    .AsReference<IProfessional>()
                    .RegisterAsync(new(Registrar.Header(Registrar.Administrator), "张三", "1", "E1", null))
        ),
        ["statement"] = new(
            StorageNames.State,
            grains => grains.GetGrain<IStatement>($"2026-{Guid.NewGuid():N}"),
            grain => grain.AsReference<IStatement>().VerifyAsync("code"),
            grain => grain.AsReference<IStatement>().RecordRenderingAsync(Registrar.Administrator, new string('a', 64))
        ),
        ["batch"] = new(
            StorageNames.State,
            grains => grains.GetGrain<IBatchReview>($"{Guid.NewGuid():N}"),
            grain => grain.AsReference<IBatchReview>().GetAsync(Registrar.Administrator),
            grain => grain.AsReference<IBatchReview>().GetAsync(Registrar.Administrator)
        ),
        ["unit"] = new(
            StorageNames.Registry,
            grains => grains.GetGrain<IReviewUnit>(ClusterFixture.UniqueUnitCode("U")),
            grain => grain.AsReference<IReviewUnit>().GetAsync(Registrar.Administrator),
            grain => grain.AsReference<IReviewUnit>().RegisterAsync(Registrar.Registration(UnitKind.Agency))
        ),
        ["residents"] = new(
            StorageNames.State,
            grains => grains.GetGrain<IResidentRegister>($"{Guid.NewGuid():N}"),
            grain => grain.AsReference<IResidentRegister>().ReleaseAsync("digest", "p1", 1),
            grain => grain.AsReference<IResidentRegister>().ReserveAsync(new("digest", "p1", 0))
        ),
        ["tree"] = new(
            StorageNames.Registry,
            // The tree that all tests share has key 0.
            grains => grains.GetGrain<IUnitTree>(Random.Shared.NextInt64(1, long.MaxValue)),
            grain => grain.AsReference<IUnitTree>().SettleAsync(new("U1", 1, new(UnitKind.Agency, null, null), 0)),
            grain => grain.AsReference<IUnitTree>().ReserveAsync(new("U1", 0, null, new(UnitKind.Agency, null, null)))
        ),
    };

    public static TheoryData<string> StateNames => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(StateNames))]
    public async Task It_is_refused_with_both_versions_and_stays_as_it_is(string stateName)
    {
        var (provider, grainOf, read, change) = Cases[stateName];
        var newest = stateName == "professional" ? ProfessionalDocument.CurrentSchemaVersion : 1;
        var grain = grainOf(cluster.Grains);
        var storage = cluster.SiloService<IGrainStorage>(provider);
        var newer = new GrainState<Dictionary<string, object>>(
            new()
            {
                ["v"] = NewerVersion,
                ["id"] = "of a newer form",
                ["u"] = 17,
            }
        );
        await storage.WriteStateAsync(stateName, grain.GetGrainId(), newer);

        foreach (var call in (Func<IAddressable, Task>[])[read, change, read])
        {
            var failure = await Should.ThrowAsync<OrleansException>(() => call(grain));
            var refusal = failure.InnerException.ShouldBeOfType<StoredDocumentUnreadableException>();
            refusal.Message.ShouldBe(
                $"The stored state '{stateName}' of {grain.GetGrainId()} cannot be read: The stored {stateName} has version "
                    + $"{NewerVersion}; this program knows versions up to {newest}. Finish the upgrade of every silo before going on."
            );
        }

        var stored = new GrainState<Dictionary<string, object>>(new());
        await storage.ReadStateAsync(stateName, grain.GetGrainId(), stored);
        stored.ETag.ShouldBe(newer.ETag);
        stored.State!["id"].ToString().ShouldBe("of a newer form");
    }

    [Fact]
    public void Every_kind_of_document_has_a_case() =>
        typeof(IIndexedDocument)
            .Assembly.GetTypes()
            .Count(type => type.GetField("CurrentSchemaVersion") is not null)
            .ShouldBe(Cases.Count);

    private static string DeclarationId() =>
        Domain
            .Identity.DeclarationId.Derive(0, SampleDeclarations.Person, CommandId.Parse($"newer-{Guid.NewGuid():N}"))
            .Value;

    private sealed record Case(
        string Provider,
        Func<IGrainFactory, IAddressable> GrainOf,
        Func<IAddressable, Task> Read,
        Func<IAddressable, Task> Change
    );
}
