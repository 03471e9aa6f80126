using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Simulation.Tables;

namespace CeActors.Simulation.Stories;

/// <summary>Stored worlds to begin histories with; each is made once, through the grains, without a fault.</summary>
internal static class Templates
{
    /// <summary>People of an ordinary history.</summary>
    public const int People = 4;

    private static readonly Lazy<SimulatedStorage> Registered = new(() => Make(People, waitingAtAgency: 0));
    private static readonly Lazy<SimulatedStorage> Few = new(() => Make(7, waitingAtAgency: 7));
    private static readonly Lazy<SimulatedStorage> Full = new(() =>
        Make(Domain.Review.ReviewLimits.BatchItemsMax, Domain.Review.ReviewLimits.BatchItemsMax)
    );

    /// <summary>Units and people, nothing filed.</summary>
    public static SimulatedStorage Empty => Registered.Value;

    /// <summary>A handful of declarations waits at the agency.</summary>
    public static SimulatedStorage SmallBatch => Few.Value;

    /// <summary>As many declarations wait at the agency as one batch takes.</summary>
    public static SimulatedStorage LargeBatch => Full.Value;

    private static SimulatedStorage Make(int people, int waitingAtAgency)
    {
        var world = new World(1, keepsTrace: false, Faults.None, template: null, Rules.Design);
        var opening = world.Start(
            "opening",
            async () =>
            {
                await Office.OpenAsync(world.Grains, people);
                for (var person = 0; person < waitingAtAgency; person++)
                {
                    await BringToAgencyAsync(world.Grains, person);
                }
            }
        );
        world.Run([opening], TimeSpan.FromHours(1), "the opening");
        return world.Promises.Broken is { } broken ? throw new InvalidOperationException(broken) : world.Storage;
    }

    private static async Task BringToAgencyAsync(IGrainFactory grains, int person)
    {
        var caller = Office.Person(person);
        var filed = Office.Accepted(
            await grains
                .GetGrain<IProfessional>(caller.PersonId)
                .FileDeclarationAsync(Office.Filing(Office.Header($"filing-{person:D4}", caller), submit: true))
        );
        var declaration = grains.GetGrain<IDeclaration>(filed.DeclarationId);
        var employer = Office.EmployerOf(person);
        await PassAsync(employer, Office.UpperDepartment, 1);
        await PassAsync(Office.UpperDepartment, Office.Agency, 2);

        async Task PassAsync(string unit, string next, long version) =>
            Office.Accepted(
                await declaration.PassAsync(
                    new PassDeclaration(
                        Office.Header($"pass-{person:D4}-{version}", Office.ReviewerOf(unit), version),
                        unit,
                        next,
                        null
                    )
                )
            );
    }
}
