using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Grains.Commands;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Storage;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Serialization;

public sealed class UnitDocumentTests
{
    [Fact]
    public void A_unit_of_version_1_is_read_and_would_be_written_the_same()
    {
        var document = Unit();
        var golden = GoldenFiles.Read("unit-1.json", document);
        var read = GoldenFiles.Deserialize<ReviewUnitDocument>(golden);
        read.State.Members.ShouldBe(document.State.Members);
        read.State.Audit.ShouldBe(document.State.Audit);
        (read.State with { Members = [], Audit = [] }).ShouldBe(document.State with { Members = [], Audit = [] });
        GoldenFiles.Serialize(read).ShouldBe(golden);
    }

    [Fact]
    public void A_unit_of_a_newer_form_is_refused_whole() =>
        Should
            .Throw<Exception>(() => GoldenFiles.Deserialize<ReviewUnitDocument>("""{"v":2,"u":{"code":"E-1"}}"""))
            .GetBaseException()
            .ShouldBeOfType<DocumentTooNewException>();

    [Fact]
    public void A_tree_of_version_1_is_read_and_would_be_written_the_same()
    {
        var at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        ReservedPlace[] reserved =
        [
            new(
                7,
                UnitCode.Parse("E-430100-1"),
                2,
                new UnitPlace(UnitKind.Employer, UnitCode.Parse("D-430100-1"), null),
                at
            ),
            new(
                8,
                UnitCode.Parse("D-430100-2"),
                0,
                new UnitPlace(UnitKind.SupervisingDepartment, null, UnitCode.Parse("A-430100")),
                at.AddMilliseconds(250)
            ),
        ];
        var golden = GoldenFiles.Read("unit-tree-1.json", UnitTreeDocument.Of(8, reserved));
        var read = GoldenFiles.Deserialize<UnitTreeDocument>(golden);
        read.Reserved.Select(part => part.ToDomain()).ShouldBe(reserved);
        GoldenFiles.Serialize(read).ShouldBe(golden);
    }

    [Fact]
    public void A_tree_of_a_newer_form_is_refused_whole() =>
        Should
            .Throw<Exception>(() => GoldenFiles.Deserialize<UnitTreeDocument>("""{"v":2,"n":1}"""))
            .GetBaseException()
            .ShouldBeOfType<DocumentTooNewException>();

    private static ReviewUnitDocument Unit()
    {
        var at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var registrar = PersonId.Parse("pregistrar");
        var state = new ReviewUnit
        {
            Code = UnitCode.Parse("E-430100-1"),
            Name = "长沙市第一中学",
            Kind = UnitKind.Employer,
            DivisionCode = "430100",
            CreditCode = null,
            ParentCode = UnitCode.Parse("D-430100-1"),
            AgencyCode = null,
            IsPublicInstitution = true,
            IsActive = true,
            Version = 2,
            Members =
            [
                new UnitMember(
                    PersonId.Parse("pmember"),
                    "李审核",
                    UnitRoles.Administrator | UnitRoles.Reviewer,
                    PersonId.Parse("pteacher")
                ),
            ],
            Audit =
            [
                new AuditEntry(1, at, registrar, "registered", "name=长沙市第一中学"),
                new AuditEntry(2, at.AddDays(1), registrar, "member-set", "person=pmember"),
            ],
        };
        return ReviewUnitDocument.Of(state, null, new CommandIdentity("key", "fingerprint"));
    }
}
