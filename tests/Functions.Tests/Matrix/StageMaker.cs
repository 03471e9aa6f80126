using System.Collections.Immutable;
using CeActors.Functions.Tests.Hosting;
using Evidences = CeActors.Functions.Tests.Hosting.Evidence;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Makes a good request of each operation, with people, units and declarations that no other request is about.</summary>
public sealed partial class StageMaker(World world)
{
    /// <summary>A record of the training platform that people of stages have, of 2024.</summary>
    public const string RecordId = "record-2024";

    private const string Pdf = "application/pdf";
    private static int _made;

    /// <summary>A good request of an operation; null when nobody has said yet what one looks like.</summary>
    public async Task<Stage?> MakeAsync(Operation operation) =>
        operation.Id switch
        {
            "fileDeclaration" => Of(operation, await PersonAsync()) with
            {
                Body = Samples.Bodies[operation.Id].Replace("\"a\"", $"\"{RecordId}\""),
            },
            "deleteDeclaration" or "getDeclaration" or "addDeclarationItem" or "saveDeclarationHead" =>
                await OfDraftAsync(operation),
            "changeDeclarationItem" or "removeDeclarationItem" => await OfItemAsync(operation),
            "confirmImportedHours" => (await OfDraftAsync(operation)).At("year", "2024") with
            {
                Body = $$"""{"recordIds":["{{RecordId}}"]}""",
            },
            "submitDeclaration" => await OfWholeDraftAsync(operation),
            "withdrawDeclaration" => await OfSubmittedAsync(operation),
            "reserveEvidence" => await OfDraftAsync(operation),
            "completeEvidence" => await OfUploadAsync(operation),
            "removeEvidence" or "getEvidenceContent" => await OfEvidenceAsync(operation),
            "getMe" or "listDeclarations" or "getImportedHours" or "listStatements" => Of(
                operation,
                await PersonAsync()
            ),
            "searchUnits" or "getRules" or "getClientSettings" => Of(operation, World.EmployerReviewer),
            "getDirectoryEntry" => Of(operation, World.EmployerReviewer).At("code", World.Employer),
            _ => await MakeReviewAsync(operation) ?? await MakeRegistryAsync(operation),
        };

    private static Stage Of(Operation operation, string subject) =>
        new(
            operation,
            subject,
            ImmutableDictionary<string, string>.Empty,
            Samples.Bodies.GetValueOrDefault(operation.Id)
        );

    private static string Unique(string prefix) => $"{prefix}-{Interlocked.Increment(ref _made)}";

    private async Task<string> PersonAsync()
    {
        var person = await world.NewPersonAsync();
        var record = new
        {
            RecordId,
            Year = 2024,
            Subject = "general",
            CourseName = "公需科目",
            Organiser = "湖南省培训中心",
            Hours = "12.5",
            CompletedOn = "2024-05-01",
        };
        var path = $"/api/training-platform/people/{person}/records";
        (await world.As(FrontFixture.TrainingPlatform).PostAsync(path, new { Records = new[] { record } })).RequireOk();
        return person;
    }

    private async Task<Stage> OfDeclarationAsync(Operation operation, string person, string id) =>
        Of(operation, person).At("id", id) with
        {
            Tag = (await world.As(person).GetAsync($"/api/declarations/{id}")).RequireOk().Tag,
        };

    private async Task<Stage> OfDraftAsync(Operation operation)
    {
        var person = await PersonAsync();
        return await OfDeclarationAsync(operation, person, await world.DraftAsync(person));
    }

    private async Task<Stage> OfItemAsync(Operation operation)
    {
        var stage = await OfDraftAsync(operation);
        var view = await world.As(stage.Subject).GetAsync($"/api/declarations/{stage.Values["id"]}");
        return stage.At("itemId", view["items"][0]!["itemId"]!.GetValue<string>());
    }

    private async Task<Stage> OfWholeDraftAsync(Operation operation)
    {
        var person = await PersonAsync();
        var id = await world.DraftAsync(person);
        await Evidences.AddAsync(world, person, id, 2024, Evidences.Pdf("whole"), Pdf);
        return await OfDeclarationAsync(operation, person, id);
    }

    private async Task<Stage> OfSubmittedAsync(Operation operation)
    {
        var person = await PersonAsync();
        return await OfDeclarationAsync(operation, person, await world.SubmittedAsync(person));
    }

    /// <summary>With a file that was uploaded and not completed.</summary>
    private async Task<Stage> OfUploadAsync(Operation operation)
    {
        var person = await PersonAsync();
        var id = await world.DraftAsync(person);
        // Its bytes are its own: a copy of them would be a new blob.
        var evidence = await UploadAsync(person, id, Evidences.Pdf(Unique("upload")));
        return (await OfDeclarationAsync(operation, person, id)).At("evidenceId", evidence);
    }

    private async Task<Stage> OfEvidenceAsync(Operation operation)
    {
        var person = await PersonAsync();
        var id = await world.DraftAsync(person);
        var evidence = await Evidences.AddAsync(world, person, id, 2024, Evidences.Pdf(Unique("bound")), Pdf);
        return (await OfDeclarationAsync(operation, person, id)).At("evidenceId", evidence);
    }

    /// <summary>Reserves a place and uploads; returns the evidence's id.</summary>
    private async Task<string> UploadAsync(string person, string id, byte[] bytes, long? announcedBytes = null)
    {
        var reserved = await Evidences.ReserveAsync(world, person, id, 2024, announcedBytes ?? bytes.Length, Pdf);
        reserved.Require(System.Net.HttpStatusCode.Created);
        var sent = await Evidences.UploadAsync(reserved["upload"], bytes);
        return sent == System.Net.HttpStatusCode.Created
            ? reserved["evidenceId"].GetValue<string>()
            : throw new InvalidOperationException($"The storage answered {sent}.");
    }
}
