using CeActors.Domain.Declarations;

namespace CeActors.Domain.Tests.Declarations;

public sealed class DeclarationLimitTests
{
    [Fact]
    public void A_declaration_holds_items_up_to_the_bound()
    {
        var draft = Filed(DeclarationLimits.ItemsMax - 1);

        draft = Sample.Decided(draft, Add("last"), Sample.Context());

        draft.Items.Length.ShouldBe(DeclarationLimits.ItemsMax);
        Said(draft, Add("one-more")).ShouldBe("items-max");
        Sample
            .Said(DeclarationDecider.Decide(null, File(DeclarationLimits.ItemsMax), Sample.Context()))
            .ShouldBe("Filed");
        Sample
            .Said(DeclarationDecider.Decide(null, File(DeclarationLimits.ItemsMax + 1), Sample.Context()))
            .ShouldBe("items-max");
    }

    [Fact]
    public void A_text_ends_at_its_bound()
    {
        var longest = new string('长', DeclarationLimits.TextLengthMax);

        Said(Sample.Draft(), Save(Sample.Head with { Note = longest })).ShouldBe("HeadSaved");
        var refusal = DeclarationDecider
            .Decide(Sample.Draft(), Save(Sample.Head with { Note = longest + "长" }), Sample.Context())
            .Refusal!;
        refusal.Code.ShouldBe("text-too-long");
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe("/head/note");
    }

    [Theory]
    [InlineData("phone")]
    [InlineData("email")]
    [InlineData("title")]
    [InlineData("titleSeries")]
    [InlineData("titleLevel")]
    [InlineData("profession")]
    [InlineData("spanFromYear")]
    [InlineData("spanToYear")]
    [InlineData("note")]
    public void Every_text_of_the_head_is_bounded(string field)
    {
        var text = new string('a', DeclarationLimits.TextLengthMax + 1);
        var head = field switch
        {
            "phone" => Sample.Head with { Phone = text },
            "email" => Sample.Head with { Email = text },
            "title" => Sample.Head with { Title = text },
            "titleSeries" => Sample.Head with { TitleSeries = text },
            "titleLevel" => Sample.Head with { TitleLevel = text },
            "profession" => Sample.Head with { Profession = text },
            "spanFromYear" => Sample.Head with { SpanFromYear = text },
            "spanToYear" => Sample.Head with { SpanToYear = text },
            _ => Sample.Head with { Note = text },
        };

        Refused(Save(head)).ShouldBe($"/head/{field}");
    }

    [Theory]
    [InlineData("subject")]
    [InlineData("activityType")]
    [InlineData("activityName")]
    [InlineData("organiser")]
    [InlineData("place")]
    [InlineData("startDate")]
    [InlineData("endDate")]
    [InlineData("hours")]
    [InlineData("note")]
    public void Every_text_of_an_item_is_bounded(string field)
    {
        var text = new string('a', DeclarationLimits.TextLengthMax + 1);
        var item = field switch
        {
            "subject" => Sample.Item() with { Subject = text },
            "activityType" => Sample.Item() with { ActivityType = text },
            "activityName" => Sample.Item() with { ActivityName = text },
            "organiser" => Sample.Item() with { Organiser = text },
            "place" => Sample.Item() with { Place = text },
            "startDate" => Sample.Item() with { StartDate = text },
            "endDate" => Sample.Item() with { EndDate = text },
            "hours" => Sample.Item() with { Hours = text },
            _ => Sample.Item() with { Note = text },
        };

        Refused(new DeclarationCommand.AddItem(item) { CommandId = Sample.Command("add") }).ShouldBe($"/{field}");
        var draft = Sample.Draft();
        Refused(new DeclarationCommand.ChangeItem(draft.Items[0].ItemId, item) { CommandId = Sample.Command("change") })
            .ShouldBe($"/{field}");
        DeclarationDecider
            .Decide(null, Sample.File(false, Sample.Item(), item), Sample.Context())
            .Refusal!.Problems[0]
            .Path.ShouldBe($"/items/1/{field}");
    }

    [Theory]
    [InlineData("a\0b", false)]
    [InlineData("a\u0007b", false)]
    [InlineData("😀 第一行\r\n\t第二行", true)]
    public void What_cannot_be_kept_as_typed_is_refused(string note, bool isKept) =>
        Said(Sample.Draft(), Save(Sample.Head with { Note = note })).ShouldBe(isKept ? "HeadSaved" : "text-malformed");

    [Fact]
    public void Half_a_character_cannot_be_kept_and_is_refused()
    {
        // Attributes cannot carry broken text, so it is put together here.
        const char high = (char)0xD83D;
        const char low = (char)0xDC00;
        foreach (var note in new[] { $"{high}", $"a{low}", $"{low}{high}", $"{high}a" })
            Said(Sample.Draft(), Save(Sample.Head with { Note = note })).ShouldBe("text-malformed");
    }

    [Fact]
    public void All_texts_together_end_at_their_bound()
    {
        var full = DeclarationLimits.DraftLengthMax / DeclarationLimits.TextLengthMax;
        var text = new string('长', DeclarationLimits.TextLengthMax);
        var items = Enumerable
            .Range(0, full / 5)
            .Select(_ => new DraftItem
            {
                ActivityName = text,
                Organiser = text,
                Place = text,
                Note = text,
                Hours = text,
            })
            .ToArray();
        var draft = Sample.Decided(null, Sample.File(false, items) with { Head = DraftHead.Empty }, Sample.Context());
        var oneMore = new DraftItem { Note = "长" };

        Said(draft, new DeclarationCommand.AddItem(oneMore) { CommandId = Sample.Command("add") })
            .ShouldBe("draft-too-long");
        Said(draft, Save(new DraftHead { Note = "长" })).ShouldBe("draft-too-long");
        Said(draft, Save(DraftHead.Empty)).ShouldBe("HeadSaved");
        Said(
                draft,
                new DeclarationCommand.ChangeItem(draft.Items[0].ItemId, items[0] with { Subject = "长" })
                {
                    CommandId = Sample.Command("change"),
                }
            )
            .ShouldBe("draft-too-long");
        Said(
                draft,
                new DeclarationCommand.ChangeItem(draft.Items[0].ItemId, items[0])
                {
                    CommandId = Sample.Command("change"),
                }
            )
            .ShouldBe("ItemChanged");
        Sample
            .Said(DeclarationDecider.Decide(null, Sample.File(false, [.. items, oneMore]), Sample.Context()))
            .ShouldBe("draft-too-long");
    }

    [Fact]
    public void Reasons_and_opinions_end_at_their_bound()
    {
        var longest = new string('因', DeclarationLimits.TextLengthMax);
        var context = Sample.ReviewContext(Sample.Employer, Sample.Department);

        Said(Sample.Submitted(), Sample.Return(Sample.Employer, longest), context).ShouldBe("Returned");
        Said(Sample.Submitted(), Sample.Return(Sample.Employer, longest + "因"), context).ShouldBe("text-too-long");
        var pass = Sample.Pass(Sample.Employer, Sample.Department);
        Said(Sample.Submitted(), pass with { Opinion = longest }, context).ShouldBe("Passed");
        Said(Sample.Submitted(), pass with { Opinion = longest + "因" }, context).ShouldBe("text-too-long");
    }

    [Fact]
    public void A_return_names_items_up_to_its_bound()
    {
        var submitted = Sample.Decided(
            null,
            Sample.File(true, [.. Enumerable.Range(0, 60).Select(i => Sample.Item(hours: "1", name: $"培训{i}"))]),
            Sample.SubmitContext()
        );
        var ids = submitted.Items.Select(item => item.ItemId).ToArray();
        var context = Sample.ReviewContext(Sample.Employer);

        Said(submitted, Sample.Return(Sample.Employer, "请补充", ids[..DeclarationLimits.ReturnItemsMax]), context)
            .ShouldBe("Returned");
        Said(
                submitted,
                Sample.Return(Sample.Employer, "请补充", ids[..(DeclarationLimits.ReturnItemsMax + 1)]),
                context
            )
            .ShouldBe("return-items-max");
    }

    [Fact]
    public void A_history_that_is_nearly_full_stops_new_submissions()
    {
        var draft = WithHistory(Sample.Draft(), DeclarationLimits.HistorySubmitMax - 1);

        Said(draft, Sample.Submit(), Sample.SubmitContext()).ShouldBe("Submitted");
        Said(WithHistory(draft, DeclarationLimits.HistorySubmitMax), Sample.Submit(), Sample.SubmitContext())
            .ShouldBe("history-max");
        Said(WithHistory(draft, DeclarationLimits.HistorySubmitMax), Sample.Delete()).ShouldBe("Deleted");
    }

    [Fact]
    public void A_history_that_is_nearly_full_stops_new_routes_and_lets_what_has_begun_be_finished()
    {
        var context = Sample.ReviewContext(Sample.Department, Sample.UpperDepartment);
        var nearly = WithHistory(Sample.AtDepartment(), DeclarationLimits.HistoryRouteMax - 1);
        Said(nearly, Sample.Pass(Sample.Department, Sample.UpperDepartment), context).ShouldBe("Passed");
        var full = WithHistory(nearly, DeclarationLimits.HistoryRouteMax);

        Said(full, Sample.Pass(Sample.Department, Sample.UpperDepartment), context).ShouldBe("route-max");
        Said(full, Sample.Reroute(Sample.Department, Sample.UpperDepartment), context).ShouldBe("route-max");
        Said(full, Sample.Return(Sample.Department), context).ShouldBe("Returned");
        Said(full, Sample.Withdraw()).ShouldBe("Withdrawn");
        var atAgency = WithHistory(Sample.AtAgency(), DeclarationLimits.HistoryMax - 2);
        var recognised = Sample.Decided(atAgency, Sample.Pass(Sample.Agency), Sample.ReviewContext(Sample.Agency));
        var revoked = Sample.Decided(recognised, Sample.Revoke(Sample.Agency), Sample.ReviewContext(Sample.Agency));
        revoked.History.Length.ShouldBe(DeclarationLimits.HistoryMax);
    }

    [Fact]
    public void A_declaration_covers_as_many_years_as_a_span_can_have()
    {
        var years = Enumerable.Range(2015, DeclarationLimits.YearsMax).ToArray();
        var rules = Sample.RulesWithoutEvidence;
        rules = rules with
        {
            Span = rules.Span with { Value = new Domain.Rules.YearRange(2015, 2026) },
            Targets = [rules.Targets[0] with { Years = new Domain.Rules.YearRange(2015, 2026) }],
        };
        var head = Sample.Head with { SpanFromYear = "2015", SpanToYear = "2026" };

        var filed = Sample.Decided(
            null,
            Sample.File(true, [.. years.Select(year => Sample.Item(year))]) with
            {
                Head = head,
            },
            Sample.Context(rules: rules, target: Sample.Ticket(Sample.Employer))
        );

        filed.SubmittedYears.Select(year => year.Year).ShouldBe(years);
    }

    private static DeclarationCommand.File File(int items) =>
        Sample.File(false, [.. Enumerable.Range(0, items).Select(i => Sample.Item(name: $"培训{i}"))]);

    private static Declaration Filed(int items) => Sample.Decided(null, File(items), Sample.Context());

    private static DeclarationCommand.AddItem Add(string command) =>
        new(Sample.Item(name: command)) { CommandId = Sample.Command(command) };

    private static DeclarationCommand.SaveHead Save(DraftHead head) => new(head) { CommandId = Sample.Command("save") };

    private static Declaration WithHistory(Declaration state, int length) =>
        state with
        {
            History = [.. Enumerable.Range(1, length).Select(version => state.History[0] with { Version = version })],
            Version = length,
        };

    private static string Refused(DeclarationCommand command) =>
        DeclarationDecider
            .Decide(Sample.Draft(), command, Sample.Context())
            .Refusal!.Problems.ShouldHaveSingleItem()
            .Path;

    private static string Said(Declaration state, DeclarationCommand command, DeclarationContext? context = null) =>
        Sample.Said(DeclarationDecider.Decide(state, command, context ?? Sample.Context()));
}
