using System.Text;
using CeActors.Domain.Declarations;
using CeActors.Grains.Declarations;
using CeActors.Grains.Review;
using CeActors.Grains.Storage;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Serialization;

public sealed class DeclarationDocumentTests
{
    /// <summary>What the declaration of a load run may take at rest when it is filed.</summary>
    private const int LoadDocumentBytesMax = 2_600;

    [Fact]
    public void Every_state_on_the_way_comes_back_from_storage_as_it_was()
    {
        foreach (var (state, document) in SampleDeclarations.FullStory())
        {
            var read = GoldenFiles.Deserialize<DeclarationDocument>(GoldenFiles.Serialize(document));
            read.State.ShouldNotBeSameAs(state);
            Text(read.State).ShouldBe(Text(state));
            GoldenFiles
                .Serialize(DeclarationWriting.ToDocument(read.State, read.Commands, read))
                .ShouldBe(GoldenFiles.Serialize(document));
        }
    }

    [Fact]
    public void What_version_1_wrote_is_read_and_would_be_written_the_same()
    {
        var (state, document) = SampleDeclarations.FullStory()[^1];
        var golden = GoldenFiles.Read("declaration-1.json", document);
        var read = GoldenFiles.Deserialize<DeclarationDocument>(golden);
        Text(read.State).ShouldBe(Text(state));
        read.Commands.ShouldBe(document.Commands);
        GoldenFiles.Serialize(read).ShouldBe(golden);
    }

    [Fact]
    public void The_digest_of_the_number_is_kept_and_what_was_written_without_one_is_read_without()
    {
        var (state, document) = SampleDeclarations.FullStory()[^1];
        state.Profile.ResidentIdDigest.ShouldBeNull();
        GoldenFiles.Serialize(document.Profile).ShouldNotContain("\"rd\"");
        var pinned = DeclarationWriting.ToDocument(
            state with
            {
                Profile = state.Profile with { ResidentIdDigest = new string('a', 64) },
            },
            document.Commands,
            document
        );
        var golden = GoldenFiles.Read("declaration-1-pinned.json", pinned);

        var read = GoldenFiles.Deserialize<DeclarationDocument>(golden);

        read.State.Profile.ResidentIdDigest.ShouldBe(new string('a', 64));
        GoldenFiles.Serialize(DeclarationWriting.ToDocument(read.State, read.Commands, read)).ShouldBe(golden);
        // One more member of the same version: a program from before passes it over.
        GoldenFiles
            .Deserialize<DeclarationDocument>(golden.Replace("\"rd\":", "\"later\":", StringComparison.Ordinal))
            .State.Profile.ShouldBe(state.Profile);
    }

    [Fact]
    public void Numbers_held_before_and_what_was_shown_of_an_earlier_submission_are_kept()
    {
        var (state, document) = SampleDeclarations.FullStory()[^1];
        var earlier = new EarlierLinePart
        {
            UnitCode = "E-430100-1",
            Version = 2,
            PersonName = "王小明",
            MaskedResidentId = "4301**********0011",
            IsPublicInstitution = true,
            ProfileVersion = 2,
            DraftRevision = 5,
        };
        var corrected = DeclarationWriting.ToDocument(
            state with
            {
                Profile = state.Profile with { FormerResidentIdDigests = [new string('b', 64), new string('c', 64)] },
            },
            document.Commands,
            document with
            {
                EarlierLines = [earlier],
            }
        );
        var golden = GoldenFiles.Read("declaration-1-corrected.json", corrected);

        var read = GoldenFiles.Deserialize<DeclarationDocument>(golden);

        read.State.Profile.FormerResidentIdDigests.ShouldBe([new string('b', 64), new string('c', 64)]);
        read.EarlierLines.ShouldNotBeNull().ShouldBe([earlier]);
        GoldenFiles.Serialize(DeclarationWriting.ToDocument(read.State, read.Commands, read)).ShouldBe(golden);
    }

    [Fact]
    public void A_document_of_a_newer_version_is_refused_whole_before_anything_else_of_it_is_read()
    {
        var refused = Should.Throw<DocumentTooNewException>(() =>
            GoldenFiles.Deserialize<DeclarationDocument>("""{"v":2,"id":"001-x","s":"moved to another form"}""")
        );
        refused.Message.ShouldContain("version 2");
        refused.Message.ShouldContain("up to 1");
    }

    [Fact]
    public void A_document_without_history_is_not_guessed_at() =>
        Should.Throw<FormatException>(() =>
            GoldenFiles.Deserialize<DeclarationDocument>("""{"v":1,"id":"001-x"}""").State
        );

    [Fact]
    public void The_declaration_of_a_load_run_is_small()
    {
        var document = SampleDeclarations.UnderLoad();
        var pinned = document with { Profile = document.Profile with { ResidentIdDigest = new string('a', 64) } };

        Encoding.UTF8.GetByteCount(GoldenFiles.Serialize(pinned)).ShouldBeLessThan(LoadDocumentBytesMax);
    }

    [Fact]
    public void Rows_are_one_where_it_waits_and_one_at_each_unit_that_decided()
    {
        foreach (var (state, document) in SampleDeclarations.FullStory())
        {
            var expected = state.Route.Select(step => $"p|{step.Unit.Code}|{state.Id}").ToList();
            if (state.Holder is { } holder)
            {
                expected.Add($"w|{holder.Code}|{state.Id}");
            }

            document.ToRows().Select(row => row.Key).ShouldBe(expected, ignoreOrder: true);
        }
    }

    [Fact]
    public void A_line_of_what_a_unit_decided_stays_as_it_was_while_others_decide()
    {
        var story = SampleDeclarations.FullStory();
        StoredRow Line(int index) => story[index].Document.ToRows().Single(row => row.Key.StartsWith("p|E0001|"));
        var passed = story.Count - 4;
        for (var later = passed; later < story.Count; later++)
        {
            QueueRows.Read(Line(later)).ShouldBe(QueueRows.Read(Line(passed)));
        }
    }

    [Fact]
    public void What_is_waiting_carries_what_a_list_shows()
    {
        var document = SampleDeclarations.UnderLoad();
        var entry = QueueRows.Read(document.ToRows().Single());
        entry.ShouldBe(QueueLines.Waiting(document));
        entry.TotalQuarterHours.ShouldBe(5 * 90 * 4);
        entry.FromYear.ShouldBe(2022);
        entry.ToYear.ShouldBe(2026);
        entry.TargetsMet.ShouldBeTrue();
        entry.Status.ShouldBe(Contracts.Declarations.DeclarationStatus.PendingEmployer);
        entry.HeldSince.ShouldBe(SampleDeclarations.Start.AddMonths(3));
    }

    [Fact]
    public void A_deleted_declaration_leaves_every_list()
    {
        var returned = SampleDeclarations
            .FullStory()
            .First(step => step.State.Status == Domain.Declarations.DeclarationStatus.Returned);
        var deleted = returned.State with { Status = Domain.Declarations.DeclarationStatus.Deleted };
        DeclarationWriting.ToDocument(deleted, [], returned.Document).ToRows().ShouldBeEmpty();
    }

    private static string Text(Declaration state) =>
        System.Text.Json.JsonSerializer.Serialize(state, DocumentJson.Options);
}
