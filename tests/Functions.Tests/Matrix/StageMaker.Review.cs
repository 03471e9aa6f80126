using System.Net;
using CeActors.Functions.Tests.Hosting;
using CeActors.Testing;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Requests of reviewers and clerks, and of those who have been recognised.</summary>
public sealed partial class StageMaker
{
    private const string Reminders = "OrleansReminders";

    private async Task<Stage?> MakeReviewAsync(Operation operation) =>
        operation.Id switch
        {
            "getUnit" or "getQueue" or "getDone" or "getCounts" or "getDoneCounts" or "getRoutes" => Of(
                    operation,
                    World.EmployerReviewer
                )
                .At("unit", World.Employer),
            "passDeclaration" => await AtEmployerAsync(operation) with
            {
                Body = $$"""{"nextUnitCode":"{{World.Department}}","opinion":"属实"}""",
            },
            "getUnitDeclaration" => await AtEmployerAsync(operation),
            "returnDeclaration" => await ReturnAsync(operation),
            "getUnitEvidenceContent" => await WithEvidenceAsync(await AtEmployerAsync(operation)),
            "rerouteDeclaration" => await AtDepartmentAsync(operation),
            "revokeRecognition" => await RecognisedAsync(operation),
            "startBatch" => await BatchAsync(operation),
            "getBatch" => await OfBatchAsync(operation),
            "getRecognisedHours" or "issueStatement" => Of(operation, await RecognisedPersonAsync()),
            "getStatement" or "getStatementPdf" or "verifyStatement" => await OfStatementAsync(operation),
            _ => null,
        };

    private async Task<Stage> AtEmployerAsync(Operation operation)
    {
        var id = await world.SubmittedAsync(await PersonAsync());
        return await OfUnitAsync(operation, World.EmployerReviewer, World.Employer, id);
    }

    private async Task<Stage> OfUnitAsync(Operation operation, string reviewer, string unit, string id) =>
        Of(operation, reviewer).At("unit", unit).At("id", id) with
        {
            Tag = (await world.As(reviewer).GetAsync($"/api/units/{unit}/declarations/{id}")).RequireOk().Tag,
        };

    private async Task<Stage> ReturnAsync(Operation operation)
    {
        var stage = await AtEmployerAsync(operation);
        var view = await ViewAsync(stage);
        return stage.Where("/itemIds/0", view["items"][0]!["itemId"]!.GetValue<string>());
    }

    private Task<Reply> ViewAsync(Stage stage) =>
        world.As(stage.Subject).GetAsync($"/api/units/{stage.Values["unit"]}/declarations/{stage.Values["id"]}");

    private async Task<Stage> WithEvidenceAsync(Stage stage)
    {
        var view = await ViewAsync(stage);
        return stage.At("evidenceId", view["evidence"][0]!["evidenceId"]!.GetValue<string>());
    }

    /// <summary>At a department that should not have it: another above the employer should.</summary>
    private async Task<Stage> AtDepartmentAsync(Operation operation)
    {
        var upper = Unique("UPPER");
        var department = Unique("DEPARTMENT-OF");
        var employer = Unique("EMPLOYER-OF");
        await world.UnitAsync(upper, "supervisingDepartment", null, World.Agency, "430100");
        await world.UnitAsync(department, "supervisingDepartment", upper, null, "430100");
        await world.UnitAsync(employer, "employer", department, null, "430100");
        await world.MemberAsync(employer, World.EmployerReviewer, ["reviewer"]);
        await world.MemberAsync(department, World.DepartmentReviewer, ["reviewer"]);
        var id = await world.SubmittedAsync(await world.NewPersonAsync(employer));
        (await world.PassAsync(World.EmployerReviewer, employer, id, department)).RequireOk();
        return (await OfUnitAsync(operation, World.DepartmentReviewer, department, id)).Where("/nextUnitCode", upper);
    }

    private async Task<Stage> RecognisedAsync(Operation operation)
    {
        var id = await world.RecognisedAsync(await PersonAsync());
        return await OfUnitAsync(operation, World.AgencyAuditor, World.Agency, id);
    }

    private async Task<string> RecognisedPersonAsync()
    {
        var person = await PersonAsync();
        await world.RecognisedAsync(person);
        return person;
    }

    private async Task<Stage> BatchAsync(Operation operation)
    {
        var id = await world.AtAgencyAsync(await PersonAsync());
        var version = (await world.As(World.AgencyClerk).GetAsync($"/api/units/{World.Agency}/declarations/{id}"))[
            "version"
        ];
        return Of(operation, World.AgencyClerk).At("unit", World.Agency) with
        {
            Body =
                $$"""{"items":[{"declarationId":"{{id}}","version":{{version}}}],"verdict":"pass","reason":"属实"}""",
        };
    }

    private async Task<Stage> OfBatchAsync(Operation operation)
    {
        var started = (await (await BatchAsync(Operations.Of("startBatch"))).SendAsync(world)).Require(
            HttpStatusCode.Accepted
        );
        await BatchIsFinishedAsync(started);
        return Of(operation, World.AgencyClerk).At("batchId", started["batchId"].GetValue<string>());
    }

    /// <summary>Waits for the end of a batch: all is told, and the reminder that would go on with it is taken away.</summary>
    public async Task BatchIsFinishedAsync(Reply started)
    {
        await Until.Async(
            () => world.As(World.AgencyClerk).GetAsync(started.Response.Headers.Location!.ToString()),
            reply => reply["isFinished"].GetValue<bool>(),
            "the batch is finished"
        );
        var id = started["batchId"].GetValue<string>();
        await Until.Async(
            () => StoredState.ReadAsync(world.Azurite.ConnectionString),
            stored => !stored.Names(Reminders, id),
            "the batch's reminder is gone"
        );
    }

    private async Task<Stage> OfStatementAsync(Operation operation)
    {
        var person = await RecognisedPersonAsync();
        var issued = await world.As(person).PostAsync("/api/statements", new { FromYear = 2024, ToYear = 2024 });
        issued.Require(HttpStatusCode.Created);
        var content = issued["content"];
        return Of(operation, person).At("number", content["number"]!.GetValue<string>()) with
        {
            Query = operation.Id == "verifyStatement" ? $"?code={content["code"]}" : "",
        };
    }
}
