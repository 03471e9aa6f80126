using CeActors.Domain.Declarations;

namespace CeActors.Domain.Tests.Declarations;

public sealed class EvidenceTests
{
    private static readonly string Digest = new('a', 64);

    [Fact]
    public void An_upload_is_reserved_then_bound_with_what_was_found_in_its_bytes()
    {
        var reserved = Sample.Decided(Sample.Draft(), Reserve("one"), Sample.Context());
        var open = reserved.Evidence.ShouldHaveSingleItem();
        open.IsOpen.ShouldBeTrue();

        var bound = Sample.Decided(
            reserved,
            Bind(open.EvidenceId) with
            {
                ContentType = "image/png",
                SizeBytes = 77,
            },
            Sample.Context()
        );

        bound
            .Evidence.ShouldHaveSingleItem()
            .ShouldBe(open with { Digest = Digest, ContentType = "image/png", SizeBytes = 77 });
        Said(bound, Bind(open.EvidenceId)).ShouldBe("already-bound");
    }

    [Theory]
    [InlineData(2019, "证书.pdf", "application/pdf", 1L, "/year")]
    [InlineData(2027, "证书.pdf", "application/pdf", 1L, "/year")]
    [InlineData(2024, " ", "application/pdf", 1L, "/fileName")]
    [InlineData(2024, "证书.exe", "application/x-msdownload", 1L, "/contentType")]
    [InlineData(2024, "证书.pdf", "APPLICATION/PDF", 1L, "/contentType")]
    [InlineData(2024, "证书.pdf", "application/pdf", 0L, "/sizeBytes")]
    [InlineData(2024, "证书.pdf", "application/pdf", -1L, "/sizeBytes")]
    [InlineData(2024, "证书.pdf", "application/pdf", 20L * 1024 * 1024 + 1, "/sizeBytes")]
    public void A_wrong_reservation_names_its_place(int year, string name, string type, long size, string path)
    {
        var reserve = new DeclarationCommand.ReserveEvidence(year, name, type, size)
        {
            CommandId = Sample.Command("reserve"),
        };

        var refusal = DeclarationDecider.Decide(Sample.Draft(), reserve, Sample.Context()).Refusal!;

        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("image/gif", 1L, "/contentType")]
    [InlineData("application/pdf", 20L * 1024 * 1024 + 1, "/sizeBytes")]
    public void Bytes_that_are_not_what_was_announced_are_refused(string type, long size, string path)
    {
        var reserved = Sample.Decided(Sample.Draft(), Reserve("one"), Sample.Context());
        var bind = Bind(reserved.Evidence[0].EvidenceId) with { ContentType = type, SizeBytes = size };

        DeclarationDecider
            .Decide(reserved, bind, Sample.Context())
            .Refusal!.Problems.ShouldHaveSingleItem()
            .Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_digest_is_64_lower_case_hexadecimal_digits(string digest)
    {
        var reserved = Sample.Decided(Sample.Draft(), Reserve("one"), Sample.Context());

        Said(reserved, Bind(reserved.Evidence[0].EvidenceId) with { Digest = digest }).ShouldBe("digest-malformed");
    }

    [Fact]
    public void Evidence_that_is_not_there_is_neither_bound_nor_removed()
    {
        Said(Sample.Draft(), Bind("nothing")).ShouldBe("evidence-not-found");
        Said(Sample.Draft(), Remove("nothing")).ShouldBe("evidence-not-found");
    }

    [Fact]
    public void The_same_reservation_again_is_told_apart_from_a_new_one()
    {
        var reserved = Sample.Decided(Sample.Draft(), Reserve("one"), Sample.Context());

        Said(reserved, Reserve("one")).ShouldBe("already-reserved");
        Said(reserved, Reserve("two")).ShouldBe("EvidenceReserved");
    }

    [Fact]
    public void Uploads_may_be_open_up_to_their_bound()
    {
        var draft = Sample.Draft();
        for (var i = 0; i < DeclarationLimits.OpenUploadsMax; i++)
            draft = Sample.Decided(draft, Reserve($"open-{i}"), Sample.Context());

        Said(draft, Reserve("one-more")).ShouldBe("open-uploads-max");
        var finished = Sample.Decided(draft, Bind(draft.Evidence[0].EvidenceId), Sample.Context());
        Said(finished, Reserve("one-more")).ShouldBe("EvidenceReserved");
        var removed = Sample.Decided(draft, Remove(draft.Evidence[0].EvidenceId), Sample.Context());
        Said(removed, Reserve("one-more")).ShouldBe("EvidenceReserved");
    }

    [Fact]
    public void A_year_holds_evidence_up_to_its_bound()
    {
        var draft = WithBound(Sample.Draft(), DeclarationLimits.EvidencePerYearMax - 1, 2024);
        Said(draft, Reserve("last")).ShouldBe("EvidenceReserved");
        draft = WithBound(draft, 1, 2024);

        Said(draft, Reserve("one-more")).ShouldBe("evidence-per-year-max");
        Said(draft, Reserve("other-year") with { Year = 2025 }).ShouldBe("EvidenceReserved");
    }

    [Fact]
    public void A_declaration_holds_evidence_up_to_its_bound()
    {
        var draft = WithBound(Sample.Draft(), 20, 2024);
        draft = WithBound(draft, 20, 2025);
        draft = WithBound(draft, 19, 2026);
        Said(draft, Reserve("last") with { Year = 2023 }).ShouldBe("EvidenceReserved");
        draft = WithBound(draft, 1, 2026);
        draft.Evidence.Length.ShouldBe(DeclarationLimits.EvidenceMax);

        Said(draft, Reserve("one-more") with { Year = 2023 }).ShouldBe("evidence-max");
    }

    private static Declaration WithBound(Declaration draft, int count, int year) =>
        draft with
        {
            Evidence =
            [
                .. draft.Evidence,
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new Evidence(
                        $"{year}-{draft.Evidence.Length}-{i}",
                        year,
                        "证书.pdf",
                        "application/pdf",
                        1000,
                        Digest,
                        Sample.Now
                    )),
            ],
        };

    private static string Said(Declaration state, DeclarationCommand command) =>
        Sample.Said(DeclarationDecider.Decide(state, command, Sample.Context()));

    private static DeclarationCommand.ReserveEvidence Reserve(string command) =>
        new(2024, "证书.pdf", "application/pdf", 1000) { CommandId = Sample.Command(command) };

    private static DeclarationCommand.BindEvidence Bind(string evidenceId) =>
        new(evidenceId, Digest, "application/pdf", 1000) { CommandId = Sample.Command("bind") };

    private static DeclarationCommand.RemoveEvidence Remove(string evidenceId) =>
        new(evidenceId) { CommandId = Sample.Command("remove") };
}
