using CeActors.Domain.Identity;
using CeActors.Local.Province;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Province;

/// <summary>What the generator makes must stand before the rules that the registry applies.</summary>
public sealed class CheckedCodesTests
{
    private static readonly DemoProvince Hunan = new(2025);

    [Fact]
    public void Every_credit_code_is_valid() =>
        Hunan
            .Units.Where(unit => unit.CreditCode is not null)
            .ShouldAllBe(unit => UnifiedSocialCreditCode.TryParse(unit.CreditCode) != null);

    [Fact]
    public void Every_id_number_is_valid() =>
        Hunan.People.ShouldAllBe(person => ResidentId.TryParse(person.ResidentId, new DateOnly(2026, 1, 1)) != null);

    [Fact]
    public void Every_unit_code_is_valid() => Hunan.Units.ShouldAllBe(unit => UnitCode.TryParse(unit.Code) != null);
}
