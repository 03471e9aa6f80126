using System.IO.Hashing;
using System.Runtime.InteropServices;
using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Files;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Review;
using CeActors.Grains.Statements;
using CeActors.Verification.Documents;

namespace CeActors.Verification.Facts;

/// <summary>What each document says that others must agree with.</summary>
internal static class FactSource
{
    public static void Tell(DocumentReading reading, IFactListener facts)
    {
        switch (reading.Document)
        {
            case DeclarationDocument declaration:
                Tell(declaration.State, facts);
                break;
            case ProfessionalDocument professional:
                Tell(professional, facts);
                break;
            case StatementDocument statement:
                Tell(statement, facts);
                break;
            case ResidentRegisterDocument register:
                Tell(register, facts);
                break;
            case BatchReviewDocument batch:
                Tell(batch, facts);
                break;
        }
    }

    private static void Tell(Declaration state, IFactListener facts)
    {
        var person = new Topic(TopicKind.Person, state.PersonId.Value);
        var declaration = new Topic(TopicKind.Declaration, state.Id.Value);
        var isDeleted = state.Status == DeclarationStatus.Deleted;
        facts.Tell(person, FactKind.OfPerson, declaration, state.Status.IsOpen ? 1UL : 0);
        facts.Tell(declaration, FactKind.Declaration, person, isDeleted ? 1UL : 0);
        foreach (var year in state.RecognisedAt is null ? [] : state.SubmittedYears)
        {
            facts.Tell(declaration, FactKind.Certifiable, person, DetailOf(year));
        }

        foreach (var year in state.RecognisedYears)
        {
            facts.Tell(person, FactKind.RecognisedYear, Other(year.Year), declaration.Hash);
        }

        foreach (var record in DeclarationStanding.Of(state).ImportedRecordIds)
        {
            facts.Tell(person, FactKind.UsedImport, new Topic(TopicKind.Other, record), declaration.Hash);
        }

        foreach (var evidence in state.Evidence)
        {
            if (evidence.Digest is { } digest)
            {
                var size = Other(evidence.SizeBytes);
                facts.Tell(new Topic(TopicKind.Evidence, digest), FactKind.Evidence, size, declaration.Hash);
            }
        }

        foreach (var entry in state.History)
        {
            if (entry.Action is DeclarationActions.Recognised or DeclarationActions.Returned)
            {
                facts.Tell(
                    declaration,
                    FactKind.Decided,
                    Decision(entry.Version, entry.StatusAfter, entry.Unit?.Code.Value, entry.ActorPersonId.Value)
                );
            }
        }
    }

    private static void Tell(ProfessionalDocument document, IFactListener facts)
    {
        var person = new Topic(TopicKind.Person, document.PersonId);
        foreach (var reserved in document.Declarations ?? [])
        {
            facts.Tell(new Topic(TopicKind.Declaration, reserved.DeclarationId), FactKind.Listed, person);
        }

        foreach (var number in document.Statements ?? [])
        {
            facts.Tell(new Topic(TopicKind.Statement, number), FactKind.ListedStatement, person);
        }

        if (document.State.Profile is { } profile)
        {
            var residentId = new Topic(TopicKind.ResidentId, profile.ResidentId.RegisterDigest);
            facts.Tell(residentId, FactKind.ResidentId, person, document.State.ReservedAs > 0 ? 1UL : 0);
        }
    }

    private static void Tell(ResidentRegisterDocument document, IFactListener facts)
    {
        foreach (var reserved in document.Reservations)
        {
            facts.Tell(
                new Topic(TopicKind.ResidentId, reserved.Digest),
                FactKind.ReservedResidentId,
                new Topic(TopicKind.Person, reserved.PersonId)
            );
        }
    }

    private static void Tell(StatementDocument document, IFactListener facts)
    {
        var person = new Topic(TopicKind.Person, document.PersonId);
        facts.Tell(new Topic(TopicKind.Statement, document.Number), FactKind.Statement, person);
        foreach (var year in document.State.Content.Years)
        {
            var declaration = new Topic(TopicKind.Declaration, year.DeclarationId.Value);
            facts.Tell(declaration, FactKind.Certified, person, DetailOf(year.Summary));
        }

        if (document.RenderingDigest is { } digest)
        {
            var paper = new Topic(TopicKind.Paper, StoredFiles.PaperName(document.Number, digest));
            facts.Tell(paper, FactKind.Paper, new Topic(TopicKind.Statement, document.Number));
        }
    }

    private static void Tell(BatchReviewDocument batch, IFactListener facts)
    {
        var outcomes = batch.Outcomes ?? [];
        for (var at = 0; at < Math.Min(outcomes.Length, batch.Items.Length); at++)
        {
            if (outcomes[at].Receipt is { } receipt)
            {
                facts.Tell(
                    new Topic(TopicKind.Declaration, batch.Items[at].DeclarationId),
                    FactKind.DecidedByBatch,
                    Decision(receipt.Version, (DeclarationStatus)receipt.Status, batch.UnitCode, batch.PersonId)
                );
            }
        }
    }

    private static Topic Decision(long version, DeclarationStatus status, string? unit, string person) =>
        new(TopicKind.Other, $"version {version} {status} by {unit} {person}");

    private static Topic Other(long number) => new(TopicKind.Other, $"{number}");

    private static ulong DetailOf(YearSummary year) =>
        XxHash3.HashToUInt64(
            MemoryMarshal.AsBytes<int>([
                year.Year,
                year.General.QuarterHours,
                year.Professional.QuarterHours,
                year.Targets.General.QuarterHours,
                year.Targets.Professional.QuarterHours,
                year.Targets.Total.QuarterHours,
            ])
        );
}
