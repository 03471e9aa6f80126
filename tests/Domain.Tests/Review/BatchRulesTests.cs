using System.Collections.Immutable;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Review;

public sealed class BatchRulesTests
{
    private static readonly ReviewUnit Agency = Units.WithMember(Units.Agency(), Sample.Reviewer, UnitRoles.Clerk);

    [Theory]
    [InlineData(0, "batch-empty")]
    [InlineData(1, null)]
    [InlineData(ReviewLimits.BatchItemsMax, null)]
    [InlineData(ReviewLimits.BatchItemsMax + 1, "batch-too-large")]
    public void A_batch_holds_1_to_500_declarations(int count, string? code) => Said(Items(count)).ShouldBe(code);

    [Fact]
    public void No_declaration_is_listed_twice()
    {
        var items = Items(3);

        var refusal = BatchRules.Check(Agency, Sample.Reviewer, items.Add(items[1] with { Version = 9 }), true, null)!;

        refusal.Code.ShouldBe("batch-item-repeated");
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe("/items/3/declarationId");
    }

    [Theory]
    [InlineData(true, null, null)]
    [InlineData(true, "属实", null)]
    [InlineData(false, "材料不全", null)]
    [InlineData(false, null, "reason-missing")]
    [InlineData(false, " ", "reason-missing")]
    public void A_batch_of_returns_needs_a_reason(bool isPass, string? reason, string? code) =>
        Said(Items(1), isPass, reason).ShouldBe(code);

    [Fact]
    public void A_reason_ends_at_its_bound()
    {
        Said(Items(1), false, new string('因', 500)).ShouldBeNull();
        Said(Items(1), false, new string('因', 501)).ShouldBe("text-too-long");
    }

    [Fact]
    public void Only_clerks_of_an_agency_work_in_batches()
    {
        BatchRules.Check(null, Sample.Reviewer, Items(1), true, null)!.Code.ShouldBe("unit-not-found");
        BatchRules.Check(Agency, Sample.Person, Items(1), true, null)!.Code.ShouldBe("not-a-member");
        var auditor = Units.WithMember(Units.Agency(), Sample.Reviewer, UnitRoles.Auditor);
        BatchRules.Check(auditor, Sample.Reviewer, Items(1), true, null)!.Code.ShouldBe("role-missing");
        var employer = Units.WithMember(Units.Employer(), Sample.Reviewer, UnitRoles.Administrator);
        BatchRules.Check(employer, Sample.Reviewer, Items(1), true, null)!.Code.ShouldBe("agency-only");
    }

    private static string? Said(ImmutableArray<BatchItem> items, bool isPass = true, string? reason = null) =>
        BatchRules.Check(Agency, Sample.Reviewer, items, isPass, reason)?.Code;

    private static ImmutableArray<BatchItem> Items(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new BatchItem(DeclarationId.Derive(0, Sample.Person, CommandId.Parse($"command-{i}")), 3)),
        ];
}
