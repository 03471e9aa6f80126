using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using static CeActors.Domain.Tests.Professionals.ProfessionalSamples;

namespace CeActors.Domain.Tests.Professionals;

/// <summary>What stands recognised, and the statements that certify it.</summary>
public sealed class RecognitionTests
{
    [Fact]
    public void What_stands_in_other_declarations_is_known_when_one_is_judged()
    {
        var state = Registered();
        ImmutableArray<DeclarationStanding> standings =
        [
            Standing("judged", DeclarationStatus.Returned) with
            {
                ImportedRecordIds = ["R-0"],
            },
            Standing("past", DeclarationStatus.Recognised, 2022, 2023) with
            {
                ImportedRecordIds = ["R-1"],
            },
            Standing("revoked", DeclarationStatus.Revoked) with
            {
                ImportedRecordIds = [],
            },
        ];

        var context = ProfessionalDecider.FilingContextOf(state, IdOf("judged"), standings)!;

        context.RecognisedYears.ShouldBe([2022, 2023], ignoreOrder: true);
        context.UsedRecordIds.ShouldBe(["R-1"]);
        context.Profile.ShouldBe(state.Snapshot);
        ProfessionalDecider.FilingContextOf(Unknown(), IdOf("judged"), standings).ShouldBeNull();
    }

    [Fact]
    public void A_record_is_used_while_its_declaration_is_open_or_recognised()
    {
        Used(Sample.Draft()).ShouldBe(["R-1"]);
        Used(Sample.AtAgency()).ShouldBe(["R-1"]);
        Used(Sample.Recognised()).ShouldBe(["R-1"]);
        Used(Sample.Revoked()).ShouldBeEmpty();

        static ImmutableArray<string> Used(Declaration declaration) =>
            DeclarationStanding.Of(declaration with { Imports = [Sample.Record("R-1", 2024)] }).ImportedRecordIds;
    }

    [Fact]
    public void Recognised_hours_come_from_what_stands_recognised_alone()
    {
        ImmutableArray<DeclarationStanding> standings =
        [
            Standing("b", DeclarationStatus.Recognised, 2024, 2025),
            Standing("a", DeclarationStatus.Recognised, 2022),
            Standing("c", DeclarationStatus.PendingAgency),
            Standing("d", DeclarationStatus.Revoked),
        ];

        RecognisedHours.Over(standings).Select(year => year.Summary.Year).ShouldBe([2022, 2024, 2025]);
        RecognisedHours.Over(standings, 2023, 2024).Select(year => year.Summary.Year).ShouldBe([2024]);
        RecognisedHours.Over(standings, 2026, 2030).ShouldBeEmpty();
    }

    [Fact]
    public void A_year_never_counts_twice()
    {
        var later = Standing("b", DeclarationStatus.Recognised, 2024) with { RecognisedAt = Sample.Now.AddDays(1) };

        RecognisedHours
            .Over([later, Standing("a", DeclarationStatus.Recognised, 2024)])
            .ShouldHaveSingleItem()
            .DeclarationId.ShouldBe(IdOf("b"));
    }

    [Fact]
    public void A_statement_certifies_the_recognised_years_of_its_range()
    {
        var other = Standing("b", DeclarationStatus.Recognised, 2025) with
        {
            RecognisedAt = Sample.Now.AddDays(1),
            Agency = Sample.OtherAgency,
            RuleSetVersion = "hunan-2026.2",
        };
        var context = Context() with { Standings = [Standing("a", DeclarationStatus.Recognised, 2022, 2024), other] };

        var content = Issued(Registered(), Issue(2023, 2026), context);

        content.Years.Select(year => year.Summary.Year).ShouldBe([2024, 2025]);
        content.Agency.ShouldBe(Sample.OtherAgency);
        content.RuleSetVersion.ShouldBe("hunan-2026.2");
        content.HolderName.ShouldBe("张三");
        content.Number.Value.ShouldStartWith("HN2026-");
        content.Total.ShouldBe(CreditHours.OfHours(180));
        Decided(Registered(), Issue(2023, 2026), context).Statements.ShouldHaveSingleItem().ShouldBe(content.Number);
    }

    [Theory]
    [InlineData(1989, 2024, "/fromYear")]
    [InlineData(2024, 2027, "/toYear")]
    [InlineData(2025, 2024, "/toYear")]
    [InlineData(1990, 2020, "/toYear")]
    [InlineData(2027, 2027, "/fromYear")]
    [InlineData(int.MinValue, int.MaxValue, "/fromYear")]
    public void A_wrong_range_names_its_place(int from, int to, string path) =>
        Refused(Registered(), Issue(from, to), Context()).Problems.ShouldHaveSingleItem().Path.ShouldBe(path);

    [Fact]
    public void A_statement_covers_years_up_to_its_bound()
    {
        var context = Context() with { Standings = [Standing("a", DeclarationStatus.Recognised, 2024)] };

        ProfessionalDecider.Decide(Registered(), Issue(1997, 2026), context).IsAccepted.ShouldBeTrue();
        Refused(Registered(), Issue(1996, 2026), context).Code.ShouldBe("range-too-long");
    }

    [Fact]
    public void Nothing_recognised_is_nothing_to_certify()
    {
        var context = Context() with
        {
            Standings = [Standing("a", DeclarationStatus.Recognised, 2022), Standing("b", DeclarationStatus.Revoked)],
        };

        Refused(Registered(), Issue(2023, 2024), context).Code.ShouldBe("nothing-recognised");
    }

    [Fact]
    public void Statements_go_up_to_their_bound()
    {
        var numbers = Enumerable
            .Range(0, ProfessionalLimits.StatementsMax)
            .Select(i => StatementNumber.Derive(2026, Sample.Person, CommandId.Parse($"past-{i:00000}")))
            .ToImmutableArray();
        var context = Context() with { Standings = [Standing("a", DeclarationStatus.Recognised, 2024)] };

        Decided(Registered() with { Statements = numbers.RemoveAt(0) }, Issue(2024, 2024), context)
            .Statements.Length.ShouldBe(ProfessionalLimits.StatementsMax);
        Refused(Registered() with { Statements = numbers }, Issue(2024, 2024), context).Code.ShouldBe("statements-max");
    }
}
