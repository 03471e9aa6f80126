using Evidences = CeActors.Functions.Tests.Hosting.Evidence;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>What is there only to be asked for wrongly; each as a good request would name it.</summary>
/// <param name="WrongDraft">A draft that keeps wrong values.</param>
/// <param name="Recognised">A declaration of a person, recognised.</param>
/// <param name="NotUploaded">Evidence that was reserved, and nothing sent.</param>
/// <param name="OtherBytes">Evidence whose bytes are of no type that may be.</param>
/// <param name="OtherSize">Evidence with more bytes than were announced.</param>
/// <param name="Replaced">Evidence that was bound, after which other bytes were sent to the same place.</param>
/// <param name="Bare">A person of whom nothing has been recognised.</param>
public sealed record BadThings(
    Stage WrongDraft,
    Stage Recognised,
    Stage NotUploaded,
    Stage OtherBytes,
    Stage OtherSize,
    Stage Replaced,
    string Bare
);

/// <summary>Makes what is asked for wrongly.</summary>
public sealed partial class StageMaker
{
    private const int WrongBytes = 500;

    public async Task<BadThings> MakeBadThingsAsync()
    {
        var submit = Operations.Of("submitDeclaration");
        var complete = Operations.Of("completeEvidence");
        var recognised = await RecognisedPersonAsync();
        var list = await world.As(recognised).GetAsync("/api/declarations");
        return new BadThings(
            await WrongDraftAsync(submit),
            await OfDeclarationAsync(submit, recognised, list["declarations"][0]!["declarationId"]!.GetValue<string>()),
            await ReservedAsync(complete),
            await UploadedAsync(complete, Evidences.NotAPdf(WrongBytes), WrongBytes),
            await UploadedAsync(complete, Evidences.Pdf("longer"), 100),
            await ReplacedAsync(complete),
            await PersonAsync()
        );
    }

    private async Task<Stage> WrongDraftAsync(Operation operation)
    {
        var person = await PersonAsync();
        var body = """{"head":{"phone":"12"},"items":[{"year":1800,"subject":"neither","hours":"-1"}]}""";
        var opened = (await world.As(person).PostAsync("/api/declarations", body)).Require(
            System.Net.HttpStatusCode.Created
        );
        return await OfDeclarationAsync(operation, person, opened["declarationId"].GetValue<string>());
    }

    private async Task<Stage> ReservedAsync(Operation operation)
    {
        var stage = await OfDraftAsync(operation);
        var reserved = await Evidences.ReserveAsync(world, stage.Subject, stage.Values["id"], 2024, WrongBytes, Pdf);
        return await WithEvidenceAsync(stage, reserved["evidenceId"].GetValue<string>());
    }

    private async Task<Stage> UploadedAsync(Operation operation, byte[] bytes, long announcedBytes)
    {
        var stage = await OfDraftAsync(operation);
        var evidence = await UploadAsync(stage.Subject, stage.Values["id"], bytes, announcedBytes);
        return await WithEvidenceAsync(stage, evidence);
    }

    private async Task<Stage> ReplacedAsync(Operation operation)
    {
        var stage = await OfDraftAsync(operation);
        var id = stage.Values["id"];
        var bytes = Evidences.Pdf(Unique("checked"));
        var reserved = await Evidences.ReserveAsync(world, stage.Subject, id, 2024, bytes.Length, Pdf);
        await Evidences.UploadAsync(reserved["upload"], bytes);
        var evidence = reserved["evidenceId"].GetValue<string>();
        (await Evidences.CompleteAsync(world, stage.Subject, id, evidence)).RequireOk();
        await Evidences.UploadAsync(reserved["upload"], Evidences.NotAPdf(bytes.Length));
        return await WithEvidenceAsync(stage, evidence);
    }

    private async Task<Stage> WithEvidenceAsync(Stage stage, string evidence) =>
        (await OfDeclarationAsync(stage.Operation, stage.Subject, stage.Values["id"])).At("evidenceId", evidence);
}
