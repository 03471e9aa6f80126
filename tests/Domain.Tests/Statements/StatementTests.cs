using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Statements;
using CeActors.Domain.Tests.Professionals;

namespace CeActors.Domain.Tests.Statements;

public sealed class StatementTests
{
    private static readonly string Rendered = new('b', 64);

    [Fact]
    public void Issuing_the_same_again_is_accepted_and_other_content_is_not()
    {
        var content = Content();
        var statement = Statement.Issue(null, content).Value!;

        Statement.Issue(statement, Content()).Value.ShouldBeSameAs(statement);
        Statement
            .Issue(statement, content with { HolderName = "李四" })
            .Refusal!.Code.ShouldBe("statement-number-taken");
    }

    [Fact]
    public void A_paper_is_recorded_once()
    {
        var statement = Statement.Issue(null, Content()).Value!;

        var rendered = Statement.RecordRendering(statement, Sample.Person, Rendered).Value!;

        rendered.RenderingDigest.ShouldBe(Rendered);
        Statement.RecordRendering(rendered, Sample.Person, Rendered).Value.ShouldBeSameAs(rendered);
        Statement
            .RecordRendering(rendered, Sample.Person, new string('c', 64))
            .Refusal!.Code.ShouldBe("statement-rendered-otherwise");
        Statement.RecordRendering(statement, Sample.Person, "short").Refusal!.Code.ShouldBe("digest-malformed");
        Statement.RecordRendering(statement, Sample.Reviewer, Rendered).Refusal!.Code.ShouldBe("statement-not-found");
    }

    [Fact]
    public void A_statement_is_its_holders_or_whose_who_has_the_paper()
    {
        var statement = Statement.Issue(null, Content()).Value!;

        Statement.ForHolder(statement, Sample.Person).Value.ShouldBe(statement);
        Statement.ForHolder(statement, Sample.Reviewer).Refusal!.Code.ShouldBe("statement-not-found");
        Statement.ForHolder(null, Sample.Person).Refusal!.Code.ShouldBe("statement-not-found");
        Statement.ForVerifier(statement, statement.Content.Code.Value).Value.ShouldBe(statement);
        foreach (var code in new[] { null, "", "0000000000", statement.Content.Code.Value.ToLowerInvariant() + "x" })
            Statement.ForVerifier(statement, code).Refusal!.Code.ShouldBe("statement-not-verified");
        Statement.ForVerifier(null, "0000000000").Refusal!.Code.ShouldBe("statement-not-verified");
    }

    [Fact]
    public void A_statement_falls_with_the_earliest_revocation_it_rests_on()
    {
        var content = Content();
        var stands = ProfessionalSamples.Standing("a", DeclarationStatus.Recognised, 2024);
        var revoked = ProfessionalSamples.Standing("a", DeclarationStatus.Revoked) with
        {
            HeldSince = Sample.Now.AddDays(3),
        };

        Statement.RevokedAt(content, [stands]).ShouldBeNull();
        Statement.RevokedAt(content, [revoked]).ShouldBe(Sample.Now.AddDays(3));
        Statement
            .RevokedAt(content, [stands, revoked with { DeclarationId = ProfessionalSamples.IdOf("other") }])
            .ShouldBeNull();
    }

    [Fact]
    public void The_digest_covers_every_field()
    {
        var content = Content();
        StatementContent[] others =
        [
            content with
            {
                HolderName = "李四",
            },
            content with
            {
                MaskedResidentId = "x",
            },
            content with
            {
                Title = null,
            },
            content with
            {
                Title = "",
            },
            content with
            {
                FromYear = 2021,
            },
            content with
            {
                ToYear = 2025,
            },
            content with
            {
                Agency = Sample.OtherAgency,
            },
            content with
            {
                Employer = Sample.Department,
            },
            content with
            {
                IssuedAt = content.IssuedAt.AddTicks(1),
            },
            content with
            {
                RuleSetVersion = "x",
            },
            content with
            {
                PersonId = Sample.Reviewer,
            },
            content with
            {
                Years = [],
            },
            content with
            {
                Years = [content.Years[0] with { DeclarationId = ProfessionalSamples.IdOf("other") }],
            },
            content with
            {
                Years =
                [
                    content.Years[0] with
                    {
                        Summary = content.Years[0].Summary with { General = new CreditHours(1) },
                    },
                ],
            },
        ];

        others.Select(other => other.Digest()).Append(content.Digest()).ShouldBeUnique();
        content.Digest().ShouldBe(Content().Digest());
        (content with { IssuedAt = content.IssuedAt.ToUniversalTime() }).Digest().ShouldBe(content.Digest());
    }

    [Fact]
    public void Text_cannot_pose_as_another_field()
    {
        var content = Content() with { HolderName = "a", MaskedResidentId = "b" };

        (content with { HolderName = "a\nresidentId=1:b" }).Digest().ShouldNotBe(content.Digest());
    }

    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("欧阳娜娜", "欧***")]
    [InlineData("张", "*")]
    [InlineData("", "*")]
    [InlineData("𠮷田", "𠮷*")]
    public void The_public_sees_the_first_character_of_a_name_alone(string name, string masked) =>
        Masking.Name(name).ShouldBe(masked);

    [Fact]
    public void The_day_is_that_of_China()
    {
        ChinaTime
            .DateOf(new DateTimeOffset(2026, 6, 15, 15, 59, 59, TimeSpan.Zero))
            .ShouldBe(new DateOnly(2026, 6, 15));
        ChinaTime.DateOf(new DateTimeOffset(2026, 6, 15, 16, 0, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 6, 16));
    }

    private static StatementContent Content()
    {
        var context = ProfessionalSamples.Context() with
        {
            Standings = [ProfessionalSamples.Standing("a", DeclarationStatus.Recognised, 2024)],
        };
        return ProfessionalSamples.Issued(
            ProfessionalSamples.Registered(),
            ProfessionalSamples.Issue(2022, 2026),
            context
        );
    }
}
