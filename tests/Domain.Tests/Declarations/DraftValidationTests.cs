using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Tests.Declarations;

public sealed class DraftValidationTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    public static TheoryData<string> RequiredFields => [.. Sample.Rules.RequiredFields.Value];

    public static TheoryData<string> AllFields => [.. DraftFields.Names];

    [Fact]
    public void A_right_draft_has_no_problems() => Problems(Sample.Draft()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(RequiredFields))]
    public void An_empty_required_field_is_named(string name)
    {
        var (head, item) = Without(name);
        var draft = Sample.Draft(item) with { Head = head };

        var problem = Problems(draft).ShouldHaveSingleItem();

        problem.Path.ShouldBe(PathOf(name, draft));
        problem.Code.ShouldBe(name == "head.promisesTruth" ? "promise-missing" : "required");
        problem.Rule.ShouldBe(Sample.Rules.RequiredFields.Citation);
    }

    [Theory]
    [MemberData(nameof(AllFields))]
    public void Any_field_can_be_made_required_by_the_rules(string name)
    {
        var rules = Sample.RulesWithoutEvidence with
        {
            RequiredFields = new RuleValue<System.Collections.Immutable.ImmutableArray<string>>([name], "测试", true),
        };
        var draft = Sample.Draft(Sample.Item() with { Note = "备注" }) with
        {
            Head = Sample.Head with { Note = "备注" },
        };
        DraftValidation.Problems(draft, Sample.Filing, rules, Today).ShouldBeEmpty();
        var (head, item) = Without(name);
        var lacking = Sample.Draft(item) with { Head = head };

        DraftValidation
            .Problems(lacking, Sample.Filing, rules, Today)
            .ShouldContain(p => p.Path == PathOf(name, lacking));
    }

    [Theory]
    [InlineData("phone", "1380000111", "phone-malformed")]
    [InlineData("phone", "12800001111", "phone-malformed")]
    [InlineData("phone", "电话", "phone-malformed")]
    [InlineData("phone", "138000011112", "phone-malformed")]
    [InlineData("phone", "0731-123456", "phone-malformed")]
    [InlineData("email", "zhang", "email-malformed")]
    [InlineData("email", "@example.com", "email-malformed")]
    [InlineData("email", "a@b", "email-malformed")]
    [InlineData("email", "a@b@c.cn", "email-malformed")]
    [InlineData("email", "a b@c.cn", "email-malformed")]
    [InlineData("email", "a@b..cn", "email-malformed")]
    [InlineData("email", "a@b.", "email-malformed")]
    [InlineData("titleLevel", "professor", "title-level-unknown")]
    [InlineData("spanFromYear", "22", "year-malformed")]
    [InlineData("spanFromYear", "２０２２", "year-malformed")]
    [InlineData("spanFromYear", "-022", "year-malformed")]
    [InlineData("spanFromYear", "2019", "year-outside-rules")]
    [InlineData("spanToYear", "2027", "year-outside-rules")]
    [InlineData("spanToYear", "2021", "span-reversed")]
    public void A_wrong_value_of_the_head_is_named(string field, string value, string code)
    {
        var head = field switch
        {
            "phone" => Sample.Head with { Phone = value },
            "email" => Sample.Head with { Email = value },
            "titleLevel" => Sample.Head with { TitleLevel = value },
            "spanFromYear" => Sample.Head with { SpanFromYear = value },
            _ => Sample.Head with { SpanToYear = value },
        };

        var problem = Problems(Sample.Draft() with { Head = head }).ShouldHaveSingleItem();

        problem.Path.ShouldBe($"/head/{field}");
        problem.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("13800001111")]
    [InlineData("+8613800001111")]
    [InlineData("+86 138 0000 1111", false)]
    [InlineData("0731-12345678")]
    [InlineData("073112345678")]
    [InlineData("010-12345678")]
    [InlineData(" 13800001111 ")]
    public void Telephone_numbers_are_taken_as_people_write_them(string phone, bool isRight = true) =>
        Problems(Sample.Draft() with { Head = Sample.Head with { Phone = phone } }).IsEmpty.ShouldBe(isRight);

    [Theory]
    [InlineData("hours", "0", "hours-zero")]
    [InlineData("hours", "-5", "hours-negative")]
    [InlineData("hours", "12.3", "hours-not-quarter")]
    [InlineData("hours", "many", "hours-malformed")]
    [InlineData("hours", "99999", "hours-too-large")]
    [InlineData("hours", "400.25", "hours-over-item-max")]
    [InlineData("subject", "both", "subject-unknown")]
    [InlineData("activityType", "sleeping", "activity-type-unknown")]
    [InlineData("startDate", "2024-02-30", "date-malformed")]
    [InlineData("startDate", "2024/03/01", "date-malformed")]
    [InlineData("startDate", "2023-12-31", "date-outside-year")]
    [InlineData("endDate", "2025-01-01", "date-outside-year")]
    [InlineData("endDate", "2024-02-28", "dates-reversed")]
    [InlineData("endDate", "tomorrow", "date-malformed")]
    public void A_wrong_value_of_an_item_is_named(string field, string value, string code)
    {
        var item = field switch
        {
            "hours" => Sample.Item() with { Hours = value },
            "subject" => Sample.Item() with { Subject = value },
            "activityType" => Sample.Item() with { ActivityType = value },
            "startDate" => Sample.Item() with { StartDate = value },
            _ => Sample.Item() with { EndDate = value },
        };
        var draft = Sample.Draft(item);

        var problem = Problems(draft).ShouldHaveSingleItem();

        problem.Path.ShouldBe($"/items/{draft.Items[0].ItemId}/{field}");
        problem.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(2022, true)]
    [InlineData(2026, true)]
    [InlineData(2021, false)] // the rules allow it, this declaration's span does not
    public void A_declared_year_lies_in_the_declarations_span(int year, bool isRight)
    {
        var problems = Problems(Sample.Draft(Sample.Item(year)));

        problems.Select(problem => problem.Code).ShouldBe(isRight ? [] : ["year-outside-span"]);
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2027)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_declared_year_lies_in_the_rules_span(int year)
    {
        var problems = Problems(Sample.Draft(Sample.Item() with { Year = year, StartDate = null, EndDate = null }));

        problems.ShouldContain(problem => problem.Code == "year-outside-rules" && problem.Path.EndsWith("/year"));
    }

    [Fact]
    public void What_lies_after_today_cannot_be_declared()
    {
        var draft = Sample.Draft(Sample.Item(2026) with { StartDate = "2026-06-15", EndDate = "2026-06-16" });

        Problems(draft).ShouldHaveSingleItem().Code.ShouldBe("date-in-future");
    }

    [Fact]
    public void Nothing_declared_is_a_problem() =>
        Problems(Sample.Draft() with { Items = [] }).ShouldHaveSingleItem().Code.ShouldBe("nothing-declared");

    [Fact]
    public void The_same_course_typed_and_imported_counts_twice_and_is_named()
    {
        var record = Sample.Record("R-1", 2024, "Python 应用 培训");
        var draft = Sample.Draft(Sample.Item(name: "python应用培训"), Sample.Item(2025, name: "python应用培训")) with
        {
            Imports = [record],
        };

        var problem = Problems(draft).ShouldHaveSingleItem();

        problem.Code.ShouldBe("counted-twice");
        problem.Path.ShouldBe($"/items/{draft.Items[0].ItemId}/activityName");
    }

    [Fact]
    public void The_same_item_twice_is_named_at_the_second()
    {
        var draft = Sample.Draft(Sample.Item(), Sample.Item(), Sample.Item(subject: Subjects.Professional));

        var problem = Problems(draft).ShouldHaveSingleItem();

        problem.Code.ShouldBe("item-repeated");
        problem.Path.ShouldBe($"/items/{draft.Items[1].ItemId}/activityName");
    }

    [Fact]
    public void A_year_recognised_elsewhere_is_not_filed_again()
    {
        var filing = Sample.Filing with { RecognisedYears = [2024] };

        var problem = DraftValidation
            .Problems(Sample.Draft(Sample.Item(2024), Sample.Item(2025)), filing, Sample.RulesWithoutEvidence, Today)
            .ShouldHaveSingleItem();

        problem.Path.ShouldBe("/years/2024");
        problem.Code.ShouldBe("year-recognised");
    }

    [Fact]
    public void A_record_used_elsewhere_is_named()
    {
        var filing = Sample.Filing with { UsedRecordIds = ["R-1"] };
        var draft = Sample.Draft() with { Imports = [Sample.Record("R-1", 2024)] };

        var problem = DraftValidation
            .Problems(draft, filing, Sample.RulesWithoutEvidence, Today)
            .ShouldHaveSingleItem();

        problem.Path.ShouldBe("/importedHours/R-1");
        problem.Code.ShouldBe("imported-record-used");
        DraftValidation.Problems(draft, null, Sample.RulesWithoutEvidence, Today).ShouldBeEmpty();
    }

    [Fact]
    public void An_imported_record_outside_the_span_is_named()
    {
        var draft = Sample.Draft() with { Imports = [Sample.Record("R-1", 2021), Sample.Record("R-2", 2012)] };

        Problems(draft)
            .Select(problem => (problem.Path, problem.Code))
            .ShouldBe([("/importedHours/R-1", "year-outside-span"), ("/importedHours/R-2", "year-outside-rules")]);
    }

    [Fact]
    public void A_year_with_typed_items_needs_evidence_and_one_with_records_alone_does_not()
    {
        var draft = Sample.Draft(Sample.Item(2024)) with { Imports = [Sample.Record("R-2", 2025)] };

        var problem = DraftValidation.Problems(draft, Sample.Filing, Sample.Rules, Today).ShouldHaveSingleItem();

        problem.Path.ShouldBe("/years/2024/evidence");
        problem.Code.ShouldBe("evidence-missing");
        problem.Rule.ShouldBe(Sample.Rules.EvidenceRequired.Citation);
    }

    [Fact]
    public void An_open_upload_does_not_count_as_evidence_and_stands_in_the_way()
    {
        var draft = Sample.Draft() with { Evidence = [File("e-1", 2024, isOpen: true)] };

        DraftValidation
            .Problems(draft, Sample.Filing, Sample.Rules, Today)
            .Select(problem => (problem.Path, problem.Code))
            .ShouldBe([("/evidence/e-1", "upload-open"), ("/years/2024/evidence", "evidence-missing")]);
    }

    [Fact]
    public void Evidence_of_a_year_that_is_not_declared_is_named()
    {
        var draft = Sample.Draft() with { Evidence = [File("e-1", 2024), File("e-2", 2025)] };

        var problem = DraftValidation.Problems(draft, Sample.Filing, Sample.Rules, Today).ShouldHaveSingleItem();

        problem.Path.ShouldBe("/evidence/e-2");
        problem.Code.ShouldBe("evidence-year-not-declared");
    }

    [Fact]
    public void A_year_beyond_its_bound_is_named()
    {
        var items = Enumerable.Range(1, 3).Select(i => Sample.Item(hours: "333.5", name: $"培训{i}")).ToArray();

        Problems(Sample.Draft(items[..2])).ShouldBeEmpty();
        var problem = Problems(Sample.Draft(items)).ShouldHaveSingleItem();
        problem.Path.ShouldBe("/years/2024");
        problem.Code.ShouldBe("hours-over-year-max");
    }

    [Fact]
    public void Problems_are_listed_up_to_the_bound()
    {
        var wrong = Enumerable.Range(0, 200).Select(i => Sample.Item(hours: "0", name: $"培训{i}")).ToArray();

        Problems(Sample.Draft(wrong)).Length.ShouldBe(Refusal.ProblemsMax);
        Problems(Sample.Draft(wrong[..99])).Length.ShouldBe(99);
    }

    [Fact]
    public void A_draft_of_nothing_but_nulls_names_every_required_field()
    {
        var draft = Sample.Draft(new DraftItem()) with { Head = DraftHead.Empty };

        Problems(draft)
            .Select(problem => problem.Path)
            .ShouldBe(Sample.Rules.RequiredFields.Value.Select(name => PathOf(name, draft)), ignoreOrder: true);
    }

    private static System.Collections.Immutable.ImmutableArray<Problem> Problems(Declaration draft) =>
        DraftValidation.Problems(draft, Sample.Filing, Sample.RulesWithoutEvidence, Today);

    private static Evidence File(string id, int year, bool isOpen = false) =>
        new(id, year, "证书.pdf", "application/pdf", 1000, isOpen ? null : new string('a', 64), Sample.Now);

    private static string PathOf(string name, Declaration draft) =>
        name.StartsWith("head.", StringComparison.Ordinal)
            ? $"/head/{name[5..]}"
            : $"/items/{draft.Items[0].ItemId}/{name[5..]}";

    private static (DraftHead Head, DraftItem Item) Without(string name)
    {
        var head = Sample.Head;
        var item = Sample.Item();
        return name switch
        {
            "head.phone" => (head with { Phone = null }, item),
            "head.email" => (head with { Email = " " }, item),
            "head.title" => (head with { Title = "" }, item),
            "head.titleSeries" => (head with { TitleSeries = null }, item),
            "head.titleLevel" => (head with { TitleLevel = "　" }, item),
            "head.profession" => (head with { Profession = null }, item),
            "head.spanFromYear" => (head with { SpanFromYear = null }, item),
            "head.spanToYear" => (head with { SpanToYear = null }, item),
            "head.note" => (head with { Note = null }, item),
            "head.promisesTruth" => (head with { PromisesTruth = false }, item),
            "item.year" => (head, item with { Year = null }),
            "item.subject" => (head, item with { Subject = null }),
            "item.activityType" => (head, item with { ActivityType = null }),
            "item.activityName" => (head, item with { ActivityName = " " }),
            "item.organiser" => (head, item with { Organiser = null }),
            "item.place" => (head, item with { Place = null }),
            "item.startDate" => (head, item with { StartDate = null }),
            "item.endDate" => (head, item with { EndDate = null }),
            "item.hours" => (head, item with { Hours = null }),
            "item.note" => (head, item with { Note = null }),
            _ => throw new InvalidOperationException($"No field {name} is known to this test."),
        };
    }
}
