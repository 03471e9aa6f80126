using CeActors.Functions.Tests.Hosting;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Requests of the registry's administrators, of units' own, and of the training platform.</summary>
public sealed partial class StageMaker
{
    private async Task<Stage?> MakeRegistryAsync(Operation operation) =>
        operation.Id switch
        {
            "importTrainingRecords" => Of(operation, FrontFixture.TrainingPlatform).At("subject", await PersonAsync()),
            "registerUnit" => await OfUnitAsync(operation, "code"),
            "getUnitAudit" => await OfUnitAsync(operation, "code"),
            "getAccountAudit" => Of(operation, FrontFixture.Registrar)
                .At("personId", FrontFixture.PersonIdOf(Unique("account"))),
            "registerMember" => (await OfUnitAsync(operation, "code")).At("subject", Unique("member")),
            "unregisterMember" => await OfMemberAsync(operation, "code", "subject", subject => subject),
            "setMember" => (await OfUnitAsync(operation, "unit")).At(
                "personId",
                FrontFixture.PersonIdOf(Unique("member"))
            ),
            "removeMember" => await OfMemberAsync(operation, "unit", "personId", FrontFixture.PersonIdOf),
            "startVerification" or "getVerification" => Of(operation, FrontFixture.Registrar),
            "registerProfessional" => await OfProfessionalAsync(operation),
            _ => null,
        };

    /// <summary>A unit of its own, and its administrator or the registry's as the operation wants.</summary>
    private async Task<Stage> OfUnitAsync(Operation operation, string parameter)
    {
        var unit = Unique("UNIT-OF");
        var administrator = Unique("administrator");
        await world.UnitAsync(unit, "employer", null, World.Agency, "430100");
        await world.MemberAsync(unit, administrator, ["administrator"]);
        return await WithUnitTagAsync(
            Of(operation, parameter == "code" ? FrontFixture.Registrar : administrator).At(parameter, unit),
            unit
        );
    }

    private async Task<Stage> OfMemberAsync(
        Operation operation,
        string parameter,
        string memberParameter,
        Func<string, string> inAddress
    )
    {
        var stage = await OfUnitAsync(operation, parameter);
        var member = Unique("member");
        await world.MemberAsync(stage.Values[parameter], member, ["reviewer"]);
        return await WithUnitTagAsync(stage.At(memberParameter, inAddress(member)), stage.Values[parameter]);
    }

    private async Task<Stage> WithUnitTagAsync(Stage stage, string unit) =>
        stage with
        {
            Tag = (await world.As(FrontFixture.Registrar).GetAsync($"/api/units/{unit}")).RequireOk().Tag,
        };

    private async Task<Stage> OfProfessionalAsync(Operation operation)
    {
        var subject = Unique("professional");
        var body = new
        {
            Name = "李四",
            ResidentId = World.NewResidentId(),
            EmployerCode = World.Employer,
        };
        var path = $"/api/registry/people/{subject}";
        var registered = (await world.As(FrontFixture.Registrar).PutAsync(path, body)).RequireOk();
        return Of(operation, FrontFixture.Registrar).At("subject", subject) with
        {
            Body =
                $$"""{"name":"李四","residentId":"{{body.ResidentId}}","employerCode":"{{World.Employer}}","title":"教授"}""",
            Tag = registered.Tag,
        };
    }
}
