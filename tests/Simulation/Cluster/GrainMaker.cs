using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Review;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Review;
using CeActors.Grains.Review.Units;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Storage;

namespace CeActors.Simulation.Cluster;

/// <summary>Makes the real grains, each with what the container would give it.</summary>
internal static class GrainMaker
{
    public const string Declaration = "declaration";
    public const string Unit = "review-unit";
    public const string Professional = "professional";
    public const string Batch = "batch";
    public const string Tree = "unit-tree";
    public const string Residents = "resident-register";

    /// <summary>The grain type behind each interface.</summary>
    public static IReadOnlyDictionary<Type, string> Types { get; } =
        new Dictionary<Type, string>
        {
            [typeof(IDeclaration)] = Declaration,
            [typeof(IReviewUnit)] = Unit,
            [typeof(IProfessional)] = Professional,
            [typeof(IBatchReview)] = Batch,
            [typeof(IUnitTree)] = Tree,
            [typeof(IResidentRegister)] = Residents,
        };

    /// <summary>A grain for an activation, and the reading of its state.</summary>
    public static (IGrainBase Grain, Func<Task> Load) Make(Activation activation)
    {
        var silo = activation.Silo;
        switch (activation.GrainId.Type.ToString())
        {
            case Declaration:
                var declaration = StateOf<DeclarationDocument>("declaration", activation, silo.State);
                return (
                    new DeclarationGrain(declaration, activation, silo.Rules, silo.Notices, silo.Handing),
                    declaration.ReadStateAsync
                );
            case Unit:
                var unit = StateOf<ReviewUnitDocument>("unit", activation, silo.Registry);
                return (
                    new ReviewUnitGrain(
                        unit,
                        activation,
                        silo.Grains,
                        silo.Reader,
                        silo.Changes,
                        silo.Places,
                        silo.StateRows,
                        silo.Authority,
                        silo.Time,
                        silo.Handing,
                        NullLogger<UnitLists>.Instance
                    ),
                    unit.ReadStateAsync
                );
            case Professional:
                var professional = StateOf<ProfessionalDocument>("professional", activation, silo.State);
                return (
                    new ProfessionalGrain(
                        professional,
                        activation,
                        silo.Grains,
                        silo.Rules,
                        silo.Residents,
                        silo.Professionals,
                        silo.Authority
                    ),
                    professional.ReadStateAsync
                );
            case Residents:
                var residents = StateOf<ResidentRegisterDocument>("residents", activation, silo.State);
                return (new ResidentRegisterGrain(residents, activation, silo.Grains), residents.ReadStateAsync);
            case Tree:
                var tree = StateOf<UnitTreeDocument>("tree", activation, silo.Registry);
                return (new UnitTreeGrain(tree, activation, silo.RegistryRows, silo.Time), tree.ReadStateAsync);
            case Batch:
                var batch = StateOf<BatchReviewDocument>("batch", activation, silo.State);
                return (
                    new BatchReviewGrain(
                        batch,
                        activation,
                        silo.Grains,
                        silo.Rules,
                        silo.Time,
                        NullLogger<BatchReviewGrain>.Instance
                    ),
                    batch.ReadStateAsync
                );
            default:
                throw new InvalidOperationException($"Nothing is known of grains of type {activation.GrainId.Type}.");
        }
    }

    private static PersistentState<T> StateOf<T>(string name, Activation activation, IGrainStorage storage) =>
        new(name, activation.GrainId, storage);
}
