using CeActors.Domain.Identity;
using CsCheck;

namespace CeActors.Domain.Tests.Identity;

public sealed class IdentifierTests
{
    private static readonly PersonId Person = PersonId.Parse("pabc");
    private static readonly CommandId Command = CommandId.Parse("0f8fad5b-d9cb-469f");

    [Theory]
    [InlineData("AB", true)]
    [InlineData("HRSS-430102", true)]
    [InlineData("A", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("ab", false)]
    [InlineData("A_B", false)]
    [InlineData("A B", false)]
    [InlineData("单位", false)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345", true)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456", false)]
    public void A_unit_code_has_2_to_32_upper_case_letters_digits_and_hyphens(string? text, bool isRight) =>
        (UnitCode.TryParse(text) is not null).ShouldBe(isRight);

    [Theory]
    [InlineData("12345678", true)]
    [InlineData("1234567", false)]
    [InlineData("a1b2-c3d4", true)]
    [InlineData("a1b2_c3d4", false)]
    [InlineData("命令命令命令命令", false)]
    [InlineData(null, false)]
    public void A_command_id_has_8_to_64_letters_digits_and_hyphens(string? text, bool isRight) =>
        (CommandId.TryParse(text) is not null).ShouldBe(isRight);

    [Fact]
    public void Command_and_person_ids_end_at_64_characters()
    {
        CommandId.TryParse(new string('a', 64)).ShouldNotBeNull();
        CommandId.TryParse(new string('a', 65)).ShouldBeNull();
        PersonId.TryParse(new string('a', 64)).ShouldNotBeNull();
        PersonId.TryParse(new string('a', 65)).ShouldBeNull();
        PersonId.TryParse("").ShouldBeNull();
        PersonId.TryParse("p/1").ShouldBeNull();
    }

    [Fact]
    public void A_declaration_id_is_the_same_for_the_same_person_and_command()
    {
        var id = DeclarationId.Derive(7, Person, Command);

        id.ShouldBe(DeclarationId.Derive(7, Person, Command));
        id.Value.ShouldMatch("^007-[a-z2-7]{26}$");
        id.Bucket.ShouldBe(7);
        DeclarationId.Derive(7, PersonId.Parse("pabd"), Command).ShouldNotBe(id);
        DeclarationId.Derive(7, Person, CommandId.Parse("0f8fad5b-d9cb-469e")).ShouldNotBe(id);
    }

    [Fact]
    public void A_declaration_ids_unique_part_does_not_depend_on_the_bucket() =>
        DeclarationId
            .Derive(1, Person, Command)
            .Value[4..]
            .ShouldBe(DeclarationId.Derive(2, Person, Command).Value[4..]);

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_bucket_outside_0_to_999_is_a_bug(int bucket) =>
        Should.Throw<ArgumentOutOfRangeException>(() => DeclarationId.Derive(bucket, Person, Command));

    [Theory]
    [InlineData("001-abcdefghijklmnopqrstuvwxyz", true)]
    [InlineData("001-abcdefghijklmnopqrstuvwxy", false)]
    [InlineData("001-abcdefghijklmnopqrstuvwxy1", false)]
    [InlineData("001-ABCDEFGHIJKLMNOPQRSTUVWXYZ", false)]
    [InlineData("0a1-abcdefghijklmnopqrstuvwxyz", false)]
    [InlineData("001_abcdefghijklmnopqrstuvwxyz", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_declaration_id_is_read_in_its_exact_form_alone(string? text, bool isRight) =>
        (DeclarationId.TryParse(text) is not null).ShouldBe(isRight);

    [Fact]
    public void Every_derived_id_reads_back() =>
        Gen.Select(Gen.Int[0, DeclarationId.BucketMax], Gen.String[Gen.Char['a', 'z'], 8, 64])
            .Sample(
                (bucket, text) =>
                {
                    var id = DeclarationId.Derive(bucket, PersonId.Parse(text), CommandId.Parse(text));
                    DeclarationId.Parse(id.Value).ShouldBe(id);
                    id.Bucket.ShouldBe(bucket);
                    var number = StatementNumber.Derive(2026, PersonId.Parse(text), CommandId.Parse(text));
                    StatementNumber.Parse(number.Value).ShouldBe(number);
                    var code = VerificationCode.Derive(number, PersonId.Parse(text), CommandId.Parse(text));
                    VerificationCode.TryParse(code.Value).ShouldBe(code);
                },
                iter: 500
            );

    [Fact]
    public void A_statement_number_names_its_year_and_reads_well_on_paper()
    {
        var number = StatementNumber.Derive(2026, Person, Command);

        number.Value.ShouldMatch("^HN2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$");
        StatementNumber.Derive(2026, Person, Command).ShouldBe(number);
    }

    [Theory]
    [InlineData("HN2026-ABCD-EFGH-JKMN", true)]
    [InlineData("HN2026-ABCD-EFGH-JKMI", false)]
    [InlineData("HN2026-ABCDEFGH-JKMNX", false)]
    [InlineData("HN0026-ABCD-EFGH-JKMN", false)]
    [InlineData("hn2026-ABCD-EFGH-JKMN", false)]
    [InlineData("HN2026-ABCD-EFGH-JKM", false)]
    [InlineData(null, false)]
    public void A_statement_number_is_read_in_its_exact_form_alone(string? text, bool isRight) =>
        (StatementNumber.TryParse(text) is not null).ShouldBe(isRight);

    [Fact]
    public void A_verification_code_says_nothing_of_the_number_it_belongs_to()
    {
        var number = StatementNumber.Derive(2026, Person, Command);

        var code = VerificationCode.Derive(number, Person, Command);

        code.Value.Length.ShouldBe(10);
        VerificationCode.Derive(number, PersonId.Parse("pother"), Command).ShouldNotBe(code);
        VerificationCode.TryParse("ABCDEFGHIJ").ShouldBeNull();
    }

    [Fact]
    public void What_a_command_makes_has_one_id_each_and_the_same_when_repeated()
    {
        var ids = Enumerable.Range(0, 200).Select(Command.MakeId).ToArray();

        ids.Distinct().Count().ShouldBe(200);
        ids.ShouldAllBe(id => id.Length == 12);
        CommandId.Parse(Command.Value).MakeId(5).ShouldBe(ids[5]);
    }
}
