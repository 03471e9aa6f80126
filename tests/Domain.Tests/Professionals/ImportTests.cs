using CeActors.Domain.Hours;
using CeActors.Domain.Professionals;
using static CeActors.Domain.Tests.Professionals.ProfessionalSamples;

namespace CeActors.Domain.Tests.Professionals;

/// <summary>Hours that the training platform reports.</summary>
public sealed class ImportTests
{
    [Fact]
    public void Imported_hours_are_taken_once()
    {
        var first = Decided(Registered(), Import(Record("R-1"), Record("R-2")), Context());
        first.ImportedRecords.Count.ShouldBe(2);
        first.ImportedRecords["R-1"].Hours.ShouldBe(CreditHours.OfHours(2));

        ProfessionalDecider.Decide(first, Import(Record("R-1"), Record("R-2")), Context()).Events.ShouldBeEmpty();
        Decided(first, Import(Record("R-2"), Record("R-3"), Record("R-3")), Context())
            .ImportedRecords.Count.ShouldBe(3);
    }

    [Fact]
    public void A_known_record_with_other_content_is_refused_and_nothing_is_taken()
    {
        var first = Decided(Registered(), Import(Record("R-1")), Context());

        var refusal = Refused(first, Import(Record("R-2"), Record("R-1") with { QuarterHours = 9 }), Context());

        refusal.Kind.ShouldBe(RefusalKind.Conflict);
        refusal.Code.ShouldBe("imported-record-conflict");
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe("/records/1/recordId");
        Refused(Registered(), Import(Record("R-5"), Record("R-5") with { IsGeneral = false }), Context())
            .Code.ShouldBe("imported-record-conflict");
    }

    public static TheoryData<string, ImportedRecordInput, string> WrongRecords =>
        new()
        {
            { "no id", Record(""), "/records/0/recordId" },
            { "long id", Record(new string('R', 65)), "/records/0/recordId" },
            { "id form", Record("R/1"), "/records/0/recordId" },
            { "early year", Record() with { Year = 1989 }, "/records/0/year" },
            { "next year", Record() with { Year = 2027 }, "/records/0/year" },
            { "no course", Record() with { CourseName = " " }, "/records/0/courseName" },
            { "long course", Record() with { CourseName = new string('课', 201) }, "/records/0/courseName" },
            { "no organiser", Record() with { Organiser = "" }, "/records/0/organiser" },
            { "no hours", Record() with { QuarterHours = 0 }, "/records/0/hours" },
            { "negative hours", Record() with { QuarterHours = -4 }, "/records/0/hours" },
            { "absurd hours", Record() with { QuarterHours = 1_601 }, "/records/0/hours" },
            { "no date", Record() with { CompletedOn = "2024-13-01" }, "/records/0/completedOn" },
            { "tomorrow", Record() with { CompletedOn = "2026-06-16" }, "/records/0/completedOn" },
        };

    [Theory]
    [MemberData(nameof(WrongRecords))]
    public void A_wrong_record_names_its_place(string what, ImportedRecordInput record, string path)
    {
        var refusal = Refused(Registered(), Import(record), Context());

        refusal.Code.ShouldBe("import-invalid", what);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe(path, what);
    }

    [Fact]
    public void An_import_and_all_imports_together_end_at_their_bounds()
    {
        var hundred = Enumerable.Range(0, 100).Select(i => Record($"R-{i}")).ToArray();
        var state = Decided(Registered(), Import(hundred), Context());
        for (var i = 1; i < 5; i++)
            state = Decided(
                state,
                Import([.. hundred.Select(r => r with { RecordId = $"{i}-{r.RecordId}" })]),
                Context()
            );

        state.ImportedRecords.Count.ShouldBe(ProfessionalLimits.ImportedRecordsMax);
        Refused(state, Import(Record("one-more")), Context()).Code.ShouldBe("imported-records-total-max");
        ProfessionalDecider.Decide(state, Import(hundred), Context()).IsAccepted.ShouldBeTrue();
        Refused(Registered(), Import([.. hundred, Record("one-more")]), Context()).Code.ShouldBe("import-too-large");
        Refused(Registered(), Import(), Context()).Code.ShouldBe("import-empty");
    }

    [Fact]
    public void Only_the_training_platform_imports() =>
        Refused(Registered(), Import(Record()), Context() with { IsTrainingPlatform = false })
            .Code.ShouldBe("training-platform-only");
}
