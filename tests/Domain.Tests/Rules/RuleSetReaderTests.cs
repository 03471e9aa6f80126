using System.Text;
using System.Text.Json.Nodes;
using CeActors.Domain.Hours;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Tests.Rules;

public sealed class RuleSetReaderTests
{
    [Fact]
    public void The_provinces_rule_set_holds_what_the_sources_say()
    {
        var rules = RuleSetCatalog.Embedded(RuleSetCatalog.Hunan2026)!;

        var targets = rules.TargetsFor(2024)!;
        targets.Targets.Total.ShouldBe(CreditHours.OfHours(90));
        targets.Targets.General.ShouldBe(CreditHours.OfHours(30));
        targets.Targets.Professional.ShouldBe(CreditHours.OfHours(60));
        targets.IsExample.ShouldBeFalse();
        rules.EvidenceRequired.Value.ShouldBeTrue();
        rules.WithdrawUntil.Value.ShouldBe(WithdrawUntil.Final);
        rules.ReasonRequiredAtAgency.Value.ShouldBeTrue();
    }

    [Fact]
    public void What_no_source_gives_is_marked_as_an_example()
    {
        var rules = RuleSetCatalog.Embedded(RuleSetCatalog.Hunan2026)!;

        rules.IsExample.ShouldBeTrue();
        rules.Span.IsExample.ShouldBeTrue();
        rules.MaxPerItem.IsExample.ShouldBeTrue();
        rules.MaxPerYear.IsExample.ShouldBeTrue();
        rules.RequiredFields.IsExample.ShouldBeTrue();
    }

    [Fact]
    public void The_load_test_set_differs_in_evidence_alone()
    {
        var province = RuleSetCatalog.Embedded(RuleSetCatalog.Hunan2026)!;
        var load = RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!;

        load.EvidenceRequired.Value.ShouldBeFalse();
        load.RequiredFields.Value.ShouldBe(province.RequiredFields.Value);
        load.Version.ShouldNotBe(province.Version);
        load.Span.Value.ShouldBe(province.Span.Value);
    }

    [Fact]
    public void Every_embedded_set_reads() =>
        RuleSetCatalog.EmbeddedNames.ShouldAllBe(name => RuleSetCatalog.Embedded(name) != null);

    [Fact]
    public void A_name_that_is_not_embedded_gives_nothing() => RuleSetCatalog.Embedded("../secret").ShouldBeNull();

    [Theory]
    [InlineData("version", null, "$.version")]
    [InlineData("version", "\"Hunan 2026\"", "$.version")]
    [InlineData("jurisdiction", "\" \"", "$.jurisdiction")]
    [InlineData("effectiveFrom", "\"2026-02-30\"", "$.effectiveFrom")]
    [InlineData("effectiveTo", "\"2025-12-31\"", "$.effectiveTo")]
    [InlineData("citation", "7", "$.citation")]
    [InlineData("span", null, "$.span")]
    [InlineData("span", """{"value":{"from":2026,"to":2020},"citation":"x","isExample":true}""", "$.span")]
    [InlineData("span", """{"value":{"from":2010,"to":2026},"citation":"x","isExample":true}""", "$.span")]
    [InlineData("span", """{"value":{"from":2019,"to":2026},"citation":"x","isExample":true}""", "$.targets: 2019")]
    [InlineData("span", """{"value":{"from":2020,"to":2026},"isExample":true}""", "$.span.citation")]
    [InlineData("span", """{"value":{"from":2020,"to":2026},"citation":"x"}""", "$.span.isExample")]
    [InlineData(
        "span",
        """{"value":{"from":2020,"to":2026,"till":1},"citation":"x","isExample":true}""",
        "$.span.value.till"
    )]
    [InlineData("targets", "[]", "$.targets: 2020")]
    [InlineData("maxPerItem", """{"value":"0","citation":"x","isExample":true}""", "$.maxPerItem")]
    [InlineData("maxPerItem", """{"value":400,"citation":"x","isExample":true}""", "$.maxPerItem.value")]
    [InlineData("maxPerItem", """{"value":"12.3","citation":"x","isExample":true}""", "$.maxPerItem.value")]
    [InlineData("maxPerYear", """{"value":"1","citation":"x","isExample":true}""", "$.maxPerYear")]
    [InlineData("requiredFields", """{"value":["head.shoeSize"],"citation":"x","isExample":true}""", "head.shoeSize")]
    [InlineData("requiredFields", """{"value":["head.phone","head.phone"],"citation":"x","isExample":true}""", "twice")]
    [InlineData("activityTypes", """{"value":[],"citation":"x","isExample":true}""", "$.activityTypes")]
    [InlineData("withdrawUntil", """{"value":"never","citation":"x","isExample":true}""", "$.withdrawUntil.value")]
    [InlineData("recognitionUnit", """{"value":"year","citation":"x","isExample":true}""", "$.recognitionUnit.value")]
    [InlineData("evidenceRequired", """{"value":"yes","citation":"x","isExample":true}""", "$.evidenceRequired.value")]
    [InlineData("evidenceRequird", "true", "$.evidenceRequird")]
    public void A_wrong_rule_set_is_refused_with_its_place(string member, string? json, string expected)
    {
        var document = Document();
        if (json is null)
            document.Remove(member);
        else
            document[member] = JsonNode.Parse(json);

        var reading = Read(document.ToJsonString());

        reading.RuleSet.ShouldBeNull();
        reading.Errors.ShouldContain(error => error.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"version":"a","version":"b"}""")]
    public void What_is_no_rule_set_is_refused_and_never_thrown(string json)
    {
        var reading = Read(json);

        reading.RuleSet.ShouldBeNull();
        reading.Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_rule_set_beyond_the_bound_is_refused()
    {
        var json = Document().ToJsonString();

        Read(json.PadRight(RuleSetReader.BytesMax - Encoding.UTF8.GetByteCount(json) + json.Length))
            .RuleSet.ShouldNotBeNull();
        Read(json.PadRight(RuleSetReader.BytesMax + 1)).RuleSet.ShouldBeNull();
    }

    [Fact]
    public void Both_ends_of_withdrawing_can_be_ruled()
    {
        var document = Document();
        document["withdrawUntil"]!["value"] = "firstReview";

        Read(document.ToJsonString()).RuleSet!.WithdrawUntil.Value.ShouldBe(WithdrawUntil.FirstReview);
    }

    [Fact]
    public void Overlapping_targets_are_refused()
    {
        var document = Document();
        var targets = document["targets"]!.AsArray();
        targets.Add(targets[0]!.DeepClone());

        Read(document.ToJsonString()).Errors.ShouldContain(error => error.Contains("2020 has 2 entries"));
    }

    [Fact]
    public void The_set_that_took_effect_last_is_in_force()
    {
        var first = RuleSetCatalog.Embedded(RuleSetCatalog.Hunan2026)!;
        var second = first with { Version = "hunan-2027.1", EffectiveFrom = new DateOnly(2027, 1, 1) };
        var catalog = new RuleSetCatalog(first, second);

        catalog.InForceOn(new DateOnly(2025, 12, 31)).ShouldBeNull();
        catalog.InForceOn(new DateOnly(2026, 12, 31)).ShouldBe(first);
        catalog.InForceOn(new DateOnly(2027, 1, 1)).ShouldBe(second);
        catalog.Find("hunan-2026.1").ShouldBe(first);
        catalog.Find("hunan-1999.1").ShouldBeNull();
    }

    private static RuleSetReading Read(string json) => RuleSetReader.Read(Encoding.UTF8.GetBytes(json));

    private static JsonObject Document()
    {
        using var stream = typeof(RuleSet).Assembly.GetManifestResourceStream("rules/hunan-2026.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
