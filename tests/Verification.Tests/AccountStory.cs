using System.Security.Cryptography;
using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Contracts.Statements;
using CeActors.Files;
using CeActors.Grains.Tests;
using CeActors.Grains.Tests.Declarations;
using Shouldly;
using IssueStatement = CeActors.Contracts.Statements.IssueStatement;

namespace CeActors.Verification.Tests;

/// <summary>Everything a system can do, done once, with the ids of what came of it.</summary>
public sealed class AccountStory
{
    private static readonly TimeSpan BatchLimit = TimeSpan.FromSeconds(60);

    private readonly ClusterFixture _cluster;
    private readonly EvidenceAccount _files;

    private AccountStory(ClusterFixture cluster, EvidenceAccount files, Office office)
    {
        _cluster = cluster;
        _files = files;
        Office = office;
    }

    public Office Office { get; }

    /// <summary>A draft with a bound file of evidence; its declaration and its person.</summary>
    public (string Declaration, string Person) Draft { get; private set; }

    public string EvidenceDigest { get; private set; } = "";

    /// <summary>Waits at the employer.</summary>
    public (string Declaration, string Person) Waiting { get; private set; }

    /// <summary>Recognised and certified.</summary>
    public (string Declaration, string Person) Certified { get; private set; }

    /// <summary>Number of its statement, whose paper is recorded.</summary>
    public string Statement { get; private set; } = "";

    public string Paper { get; private set; } = "";

    /// <summary>Recognised, certified, then revoked.</summary>
    public string RevokedStatement { get; private set; } = "";

    /// <summary>Two recognised declarations of one person, of 2024 and 2025, not certified.</summary>
    public (string First, string Second, string Person) TwoYears { get; private set; }

    /// <summary>A deleted declaration and a new draft of one person.</summary>
    public (string Deleted, string Draft, string Person) Again { get; private set; }

    /// <summary>Id of a finished batch.</summary>
    public string Batch { get; private set; } = "";

    public static async Task<AccountStory> TellAsync(ClusterFixture cluster, EvidenceAccount files)
    {
        await files.EnsureAsync();
        var story = new AccountStory(cluster, files, await Office.OpenAsync(cluster));
        await story.TellDraftsAsync();
        await story.TellMovementsAsync();
        await story.TellRecognitionsAsync();
        await story.TellBatchAsync();
        return story;
    }

    private async Task TellDraftsAsync()
    {
        var drafter = await Office.HireAsync();
        var draft = await Office.FileAsync(drafter, submit: false);
        EvidenceDigest = await BindEvidenceAsync(drafter, draft.DeclarationId);
        Draft = (draft.DeclarationId, drafter.PersonId);

        var again = await Office.HireAsync();
        var deleted = await Office.FileAsync(again, submit: false);
        Office.Accepted(
            await Office
                .Declaration(deleted.DeclarationId)
                .DeleteAsync(new DeleteDeclaration(Office.Header(again, deleted.Version)))
        );
        var second = await Office.FileAsync(again, submit: false);
        Again = (deleted.DeclarationId, second.DeclarationId, again.PersonId);
    }

    private async Task TellMovementsAsync()
    {
        var waiting = await Office.HireAsync();
        Waiting = ((await Office.FileAsync(waiting)).DeclarationId, waiting.PersonId);

        var withdrawer = await Office.HireAsync();
        var withdrawn = await Office.FileAsync(withdrawer);
        Office.Accepted(
            await Office
                .Declaration(withdrawn.DeclarationId)
                .WithdrawAsync(new WithdrawDeclaration(Office.Header(withdrawer, withdrawn.Version)))
        );

        var atDepartment = await Office.FileAsync(await Office.HireAsync());
        Office.Accepted(
            await Office.PassAsync(atDepartment, Office.EmployerReviewer, Office.Employer, Office.Department)
        );
        await Office.BringToAgencyAsync(await Office.FileAsync(await Office.HireAsync()));

        // Returned, submitted again and passed on: earlier lines, a second decision of the same unit, a re-route.
        var returnee = await Office.HireAsync();
        var returned = Office.Accepted(await ReturnAsync(await Office.FileAsync(returnee)));
        var resubmitted = Office.Accepted(
            await Office
                .Declaration(returned.DeclarationId)
                .SubmitAsync(new SubmitDeclaration(Office.Header(returnee, returned.Version)))
        );
        var passed = Office.Accepted(
            await Office.PassAsync(resubmitted, Office.EmployerReviewer, Office.Employer, Office.Department)
        );
        Office.Accepted(
            await Office
                .Declaration(passed.DeclarationId)
                .RerouteAsync(
                    new RerouteDeclaration(
                        Office.Header(Office.DepartmentReviewer, passed.Version),
                        Office.Department,
                        Office.UpperDepartment,
                        "送错单位"
                    )
                )
        );
        Office.Accepted(await ReturnAsync(await Office.FileAsync(await Office.HireAsync())));
    }

    private async Task TellRecognitionsAsync()
    {
        var person = await Office.HireAsync();
        Certified = ((await Office.RecogniseAsync(person)).DeclarationId, person.PersonId);
        Statement = await IssueAsync(person);
        Paper = await KeepPaperAsync(person, Statement);

        var revokee = await Office.HireAsync();
        var recognised = await Office.RecogniseAsync(revokee);
        RevokedStatement = await IssueAsync(revokee);
        Office.Accepted(
            await Office
                .Declaration(recognised.DeclarationId)
                .RevokeAsync(
                    new RevokeRecognition(Office.Header(Office.Clerk, recognised.Version), Office.Agency, "不实")
                )
        );

        var twice = await Office.HireAsync();
        var first = await Office.RecogniseAsync(twice, 2024);
        var second = await Office.RecogniseAsync(twice, 2025);
        TwoYears = (first.DeclarationId, second.DeclarationId, twice.PersonId);
    }

    private async Task TellBatchAsync()
    {
        var waiting = new List<DeclarationReceipt>();
        for (var number = 0; number < 3; number++)
        {
            waiting.Add(await Office.BringToAgencyAsync(await Office.FileAsync(await Office.HireAsync())));
        }

        Batch = $"batch-{Guid.NewGuid():N}";
        var batch = Office.Grains.GetGrain<IBatchReview>(Batch);
        var items = waiting.Select((item, index) => new BatchItem(item.DeclarationId, item.Version - index / 2));
        Office.Accepted(
            await batch.StartAsync(new StartBatch(Office.Header(Office.Clerk), Office.Agency, [.. items], true, null))
        );
        using var limit = new CancellationTokenSource(BatchLimit);
        while (!Office.Accepted(await batch.GetAsync(Office.Clerk)).IsFinished)
        {
            limit.IsCancellationRequested.ShouldBeFalse("the batch was not finished");
            _cluster.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private Task<Outcome<DeclarationReceipt>> ReturnAsync(DeclarationReceipt filed) =>
        Office
            .Declaration(filed.DeclarationId)
            .ReturnAsync(
                new ReturnDeclaration(
                    Office.Header(Office.EmployerReviewer, filed.Version),
                    Office.Employer,
                    "材料不清晰",
                    []
                )
            );

    private async Task<string> IssueAsync(Caller person) =>
        Office
            .Accepted(
                await Office
                    .Professional(person)
                    .IssueStatementAsync(new IssueStatement(Office.Header(person), 2022, 2026))
            )
            .Content.Number;

    private async Task<string> KeepPaperAsync(Caller person, string number)
    {
        byte[] pdf = [.. "%PDF-1.7 "u8, .. RandomNumberGenerator.GetBytes(64)];
        var digest = Convert.ToHexStringLower(SHA256.HashData(pdf));
        await new StatementStore(_files).PutIfAbsentAsync(number, digest, pdf);
        var recorded = await Office.Grains.GetGrain<IStatement>(number).RecordRenderingAsync(person, digest);
        recorded.Refusal.ShouldBeNull();
        return StoredFiles.PaperName(number, digest);
    }

    private async Task<string> BindEvidenceAsync(Caller person, string declarationId)
    {
        var pdf = "%PDF-1.4\n%%EOF\n"u8.ToArray();
        var digest = Convert.ToHexStringLower(SHA256.HashData(pdf));
        await new Azure.Storage.Blobs.BlobServiceClient(_cluster.Azurite.ConnectionString)
            .GetBlobContainerClient(StoredFiles.EvidenceContainer)
            .UploadBlobAsync(digest, new BinaryData(pdf));
        var declaration = Office.Declaration(declarationId);
        var reserved = Office.Accepted(
            await declaration.ReserveEvidenceAsync(
                new ReserveEvidence(Office.Header(person), 2024, "证明.pdf", "application/pdf", pdf.Length)
            )
        );
        Office.Accepted(
            await declaration.BindEvidenceAsync(
                new BindEvidence(Office.Header(person), reserved.CreatedId!, digest, "application/pdf", pdf.Length)
            )
        );
        return digest;
    }
}
