using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>
/// Who holds the id of somebody else's declaration and is no member of the unit in the address is answered as for an id that nobody has:
/// neither whether it is there nor where it is can be told from any operation.
/// </summary>
[Collection(nameof(InWorld))]
[Trait(PublishedSuiteTests.Suite, PublishedSuiteTests.Http)]
public sealed class ConcealmentTests(World world)
{
    private static readonly string[] Units = [World.Employer, World.Department, World.Agency, World.OtherEmployer];

    /// <summary>Every operation on a declaration.</summary>
    public static TheoryData<string> OnDeclarations =>
        MatrixData.Of(operation => operation.Path.Contains("{id}", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(OnDeclarations))]
    public async Task What_is_there_is_answered_like_what_is_not(string id)
    {
        var operation = Operations.Of(id);
        var units = operation.Path.Contains("{unit}", StringComparison.Ordinal) ? Units : [""];
        foreach (var (declaration, tag) in await DeclarationsAsync())
        {
            foreach (var unit in units)
            {
                // Another person, and members of units that have nothing to do with it, in others' units and in their own.
                foreach (
                    var subject in (string[])
                        [await StrangerAsync(), World.OtherEmployerReviewer, World.OtherAgencyClerk]
                )
                {
                    var here = await SendAsync(operation, subject, unit, declaration, tag);
                    var nowhere = await SendAsync(operation, subject, unit, Samples.DeclarationId, tag);

                    here.Code.ShouldBe(nowhere.Code, $"{subject} at {unit}: {here.Text}");
                    here.RequireProblem(here.Code)["code"]
                        .GetValue<string>()
                        .ShouldBe(nowhere["code"].GetValue<string>(), $"{subject} at {unit}");
                }
            }
        }
    }

    /// <summary>One at each station, with its right version.</summary>
    private async Task<(string Id, string Tag)[]> DeclarationsAsync()
    {
        var atEmployer = await world.SubmittedAsync(await world.NewPersonAsync());
        var atDepartment = await world.SubmittedAsync(await world.NewPersonAsync());
        (await world.PassAsync(World.EmployerReviewer, World.Employer, atDepartment, World.Department)).RequireOk();
        var recognised = await world.RecognisedAsync(await world.NewPersonAsync());
        return
        [
            (atEmployer, await TagAsync(World.EmployerReviewer, World.Employer, atEmployer)),
            (atDepartment, await TagAsync(World.DepartmentReviewer, World.Department, atDepartment)),
            (recognised, await TagAsync(World.AgencyAuditor, World.Agency, recognised)),
        ];
    }

    private async Task<string> TagAsync(string member, string unit, string id) =>
        (await world.As(member).GetAsync($"/api/units/{unit}/declarations/{id}")).RequireOk().Tag!;

    private Task<string> StrangerAsync() => world.NewPersonAsync();

    private Task<Reply> SendAsync(Operation operation, string subject, string unit, string declaration, string tag) =>
        world
            .As(subject)
            .SendAsync(
                operation.Method,
                (
                    operation with
                    {
                        Path = operation.Path.Replace("{id}", declaration).Replace("{unit}", unit),
                    }
                ).SamplePath,
                Samples.Bodies.GetValueOrDefault(operation.Id),
                operation.TakesVersion ? tag : null,
                operation.Changes ? Caller.NewKey() : null
            );
}
