using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;

namespace CeActors.Domain.Tests.Declarations;

public sealed class ImportTests
{
    [Fact]
    public void Confirmed_records_count_with_the_typed_items()
    {
        var draft = Confirmed(Sample.Draft(), 2024, "R-1");

        draft.Imports.ShouldHaveSingleItem().ShouldBe(Sample.Record("R-1", 2024));
        DeclarationHours.YearsOf(draft, Sample.Rules).ShouldHaveSingleItem().General.ShouldBe(CreditHours.OfHours(40));
    }

    [Fact]
    public void A_choice_replaces_the_earlier_one_of_its_year_alone()
    {
        var draft = Confirmed(Confirmed(Sample.Draft(), 2024, "R-1"), 2025, "R-2");

        Confirmed(draft, 2024).Imports.ShouldHaveSingleItem().RecordId.ShouldBe("R-2");
    }

    [Theory]
    [InlineData(2024, "R-9", "imported-record-unknown")]
    [InlineData(2024, "R-2", "imported-record-other-year")]
    [InlineData(2024, "R-1,R-1", "imported-record-repeated")]
    public void A_wrong_choice_is_refused_with_its_place(int year, string records, string code)
    {
        var ids = records.Split(',');

        var refusal = DeclarationDecider.Decide(Sample.Draft(), Confirm(year, ids), Sample.Context()).Refusal!;

        refusal.Code.ShouldBe(code);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe($"/recordIds/{ids.Length - 1}");
    }

    [Fact]
    public void A_wrong_choice_of_a_filing_is_named_by_its_place_there()
    {
        var file = Sample.File() with { Imports = [new ImportChoice(2024, ["R-1"]), new ImportChoice(2025, ["R-9"])] };

        DeclarationDecider
            .Decide(null, file, Sample.Context())
            .Refusal!.Problems.ShouldHaveSingleItem()
            .Path.ShouldBe("/confirmedImports/1/recordIds/0");
    }

    [Fact]
    public void A_record_used_in_another_declaration_cannot_be_confirmed()
    {
        var context = Sample.Context(filing: Sample.Filing with { UsedRecordIds = ["R-1"] });

        Sample
            .Said(DeclarationDecider.Decide(Sample.Draft(), Confirm(2024, "R-1"), context))
            .ShouldBe("imported-record-used");
    }

    [Fact]
    public void A_filing_takes_records_along_or_is_refused_whole()
    {
        var right = Sample.File() with { Imports = [new ImportChoice(2024, ["R-1"]), new ImportChoice(2025, ["R-2"])] };
        Sample.Decided(null, right, Sample.Context()).Imports.Length.ShouldBe(2);
        var twice = Sample.File() with { Imports = [new ImportChoice(2024, ["R-1"]), new ImportChoice(2024, [])] };

        Sample.Said(DeclarationDecider.Decide(null, twice, Sample.Context())).ShouldBe("imported-year-repeated");
    }

    [Fact]
    public void A_year_takes_records_up_to_its_bound()
    {
        var ids = Enumerable.Range(0, DeclarationLimits.ImportsPerYearMax + 1).Select(i => $"R-{i}").ToArray();
        var context = WithRecords([.. ids.Select(id => (id, 2024))]);

        Sample
            .Said(DeclarationDecider.Decide(Sample.Draft(), Confirm(2024, ids[1..]), context))
            .ShouldBe("ImportsConfirmed");
        Sample
            .Said(DeclarationDecider.Decide(Sample.Draft(), Confirm(2024, ids), context))
            .ShouldBe("imported-records-max");
    }

    [Fact]
    public void A_declaration_takes_records_up_to_its_bound()
    {
        var context = WithRecords([
            .. Enumerable.Range(0, 50).Select(i => ($"A-{i}", 2024)),
            .. Enumerable.Range(0, 49).Select(i => ($"B-{i}", 2025)),
            ("C-0", 2026),
            ("C-1", 2026),
        ]);
        var draft = Sample.Draft();
        foreach (var year in new[] { 2024, 2025 })
        {
            var ids = context.Filing!.ImportedRecords.Values.Where(record => record.Year == year);
            draft = Sample.Decided(draft, Confirm(year, [.. ids.Select(record => record.RecordId)]), context);
        }

        Sample.Said(DeclarationDecider.Decide(draft, Confirm(2026, "C-0"), context)).ShouldBe("ImportsConfirmed");
        Sample
            .Said(DeclarationDecider.Decide(draft, Confirm(2026, "C-0", "C-1"), context))
            .ShouldBe("imported-records-max");
    }

    [Fact]
    public void Confirming_without_the_registration_is_a_bug() =>
        Should.Throw<InvalidOperationException>(() =>
            DeclarationDecider.Decide(Sample.Draft(), Confirm(2024, "R-1"), Sample.Context() with { Filing = null })
        );

    private static DeclarationContext WithRecords(ImmutableArray<(string Id, int Year)> records) =>
        Sample.Context(
            filing: Sample.Filing with
            {
                ImportedRecords = Sample.Records([
                    .. records.Select(record => Sample.Record(record.Id, record.Year, $"课程{record.Id}", 1)),
                ]),
            }
        );

    private static Declaration Confirmed(Declaration draft, int year, params string[] ids) =>
        Sample.Decided(draft, Confirm(year, ids), Sample.Context());

    private static DeclarationCommand.ConfirmImports Confirm(int year, params string[] ids) =>
        new(new ImportChoice(year, [.. ids])) { CommandId = Sample.Command("confirm") };
}
