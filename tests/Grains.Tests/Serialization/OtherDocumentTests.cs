using System.Collections.Immutable;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Domain.Statements;
using CeActors.Grains.Commands;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Review;
using CeActors.Grains.Statements;
using CeActors.Grains.Storage;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Serialization;

public sealed class OtherDocumentTests
{
    [Fact]
    public void A_professional_of_version_1_is_read_and_would_be_written_the_same()
    {
        var document = Professional();
        var golden = GoldenFiles.Read("professional-1.json", document);
        var read = GoldenFiles.Deserialize<ProfessionalDocument>(golden);
        Text(read.State).ShouldBe(Text(document.State));
        GoldenFiles
            .Serialize(ProfessionalForms.ToDocument(read.State, read, SampleDeclarations.Start.AddYears(1)))
            .ShouldBe(golden);
    }

    [Fact]
    public void A_statement_of_version_1_is_read_and_would_be_written_the_same()
    {
        var document = StatementForms.ToDocument(new Statement(Content(), new string('b', 64)));
        var golden = GoldenFiles.Read("statement-1.json", document);
        var read = GoldenFiles.Deserialize<StatementDocument>(golden);
        read.State.Content.Digest().ShouldBe(document.State.Content.Digest());
        GoldenFiles.Serialize(StatementForms.ToDocument(read.State)).ShouldBe(golden);
    }

    [Fact]
    public void A_statement_that_was_altered_in_storage_is_not_read()
    {
        var json = GoldenFiles.Serialize(StatementForms.ToDocument(new Statement(Content(), null)));
        var altered = json.Replace("2024,120,", "2024,160,");
        altered.ShouldNotBe(json);
        Should.Throw<FormatException>(() => GoldenFiles.Deserialize<StatementDocument>(altered).State);
    }

    [Fact]
    public void A_batch_of_version_1_is_read_and_would_be_written_the_same()
    {
        var golden = GoldenFiles.Read("batch-1.json", Batch());
        GoldenFiles.Serialize(GoldenFiles.Deserialize<BatchReviewDocument>(golden)).ShouldBe(golden);
    }

    [Fact]
    public void A_professional_whose_resident_id_is_reserved_is_read_and_would_be_written_the_same()
    {
        var plain = Professional();
        var state = plain.State with { ReservedAs = 7 };
        var golden = GoldenFiles.Read(
            "professional-1-reserved.json",
            ProfessionalForms.ToDocument(state, plain, SampleDeclarations.Start)
        );
        var read = GoldenFiles.Deserialize<ProfessionalDocument>(golden);
        read.State.ReservedAs.ShouldBe(7);
        GoldenFiles
            .Serialize(ProfessionalForms.ToDocument(read.State, read, SampleDeclarations.Start.AddYears(1)))
            .ShouldBe(golden);
    }

    [Fact]
    public void A_linked_account_is_of_version_2_which_a_program_that_would_drop_the_link_refuses()
    {
        var state = Domain.Professionals.Professional.Unknown(SampleDeclarations.Person) with
        {
            NaturalPersonId = PersonId.Parse("p-natural"),
        };
        var golden = GoldenFiles.Read(
            "professional-2.json",
            ProfessionalForms.ToDocument(state, null, SampleDeclarations.Start)
        );
        var read = GoldenFiles.Deserialize<ProfessionalDocument>(golden);
        read.SchemaVersion.ShouldBe(2);
        read.State.NaturalPersonId.ShouldBe(state.NaturalPersonId);
        GoldenFiles
            .Serialize(ProfessionalForms.ToDocument(read.State, read, SampleDeclarations.Start.AddYears(1)))
            .ShouldBe(golden);
    }

    [Fact]
    public void Numbers_held_before_and_the_audit_of_links_are_of_version_3_which_a_program_that_would_drop_them_refuses()
    {
        var plain = Professional();
        var registered = new PersonAuditEntry(
            1,
            SampleDeclarations.Start,
            PersonId.Parse("pregistrar"),
            PersonActions.Registered,
            "fields=name"
        );
        var audited = plain.State with { Audit = [registered] };
        ProfessionalForms.ToDocument(audited, plain, SampleDeclarations.Start).SchemaVersion.ShouldBe(1);
        var state = audited with
        {
            FormerResidentIdDigests = [new string('a', 64)],
            Audit =
            [
                registered,
                registered with
                {
                    Number = 2,
                    Action = PersonActions.ResidentIdChanged,
                    Detail = "fields=residentId",
                },
            ],
        };
        var golden = GoldenFiles.Read(
            "professional-3.json",
            ProfessionalForms.ToDocument(state, plain, SampleDeclarations.Start)
        );

        var read = GoldenFiles.Deserialize<ProfessionalDocument>(golden);

        read.SchemaVersion.ShouldBe(3);
        read.State.FormerResidentIdDigests.ShouldBe(state.FormerResidentIdDigests);
        read.State.Audit.ShouldBe(state.Audit);
        GoldenFiles
            .Serialize(ProfessionalForms.ToDocument(read.State, read, SampleDeclarations.Start.AddYears(1)))
            .ShouldBe(golden);
        var cut = Domain.Professionals.Professional.Unknown(SampleDeclarations.Person) with
        {
            Audit = [registered with { Action = PersonActions.LinkMade }],
        };
        ProfessionalForms.ToDocument(cut, null, SampleDeclarations.Start).SchemaVersion.ShouldBe(3);
    }

    [Fact]
    public void A_register_of_residents_of_version_1_is_read_and_would_be_written_the_same()
    {
        var register = ResidentRegister
            .Empty.Reserve("abcdef00000000000000000000000001", SampleDeclarations.Person)
            .Value!.Reserve("abcdef00000000000000000000000002", PersonId.Parse("p-other"))
            .Value!;
        var golden = GoldenFiles.Read("resident-register-1.json", ResidentRegisterDocument.Of(register));
        var read = GoldenFiles.Deserialize<ResidentRegisterDocument>(golden);
        GoldenFiles.Serialize(ResidentRegisterDocument.Of(read.ToDomain())).ShouldBe(golden);
        $"{read.Reservations[0]}".ShouldNotContain("abcdef");
    }

    [Theory]
    [InlineData(typeof(ProfessionalDocument), ProfessionalDocument.CurrentSchemaVersion)]
    [InlineData(typeof(ResidentRegisterDocument), ResidentRegisterDocument.CurrentSchemaVersion)]
    [InlineData(typeof(StatementDocument), 1)]
    [InlineData(typeof(BatchReviewDocument), 1)]
    public void A_newer_version_is_refused(Type document, int newest) =>
        Should.Throw<DocumentTooNewException>(() =>
            System.Text.Json.JsonSerializer.Deserialize($$"""{"v":{{newest + 1}}}""", document, DocumentJson.Options)
        );

    [Fact]
    public void A_professional_is_never_printed_with_an_id_number()
    {
        var document = Professional();
        $"{document} {document.Registration} {document.State.Profile!.ResidentId}".ShouldNotContain(
            document.State.Profile.ResidentId.Value
        );
    }

    private static ProfessionalDocument Professional()
    {
        var record = new ImportedRecord(
            "R-1",
            2025,
            Subject.Professional,
            "专业课",
            "省教育厅",
            new CreditHours(41),
            new DateOnly(2025, 6, 30)
        );
        var state = Domain.Professionals.Professional.Unknown(SampleDeclarations.Person) with
        {
            Profile = new ProfessionalProfile(
                "王小明",
                ResidentId.TryParse(ResidentIdOf("43010219800101001"), new DateOnly(2026, 1, 1))!,
                SampleDeclarations.Employer,
                true,
                "讲师",
                2
            ),
            ImportedRecords = ImmutableDictionary<string, ImportedRecord>.Empty.Add(record.RecordId, record),
            Declarations = [DeclarationId.Derive(1, SampleDeclarations.Person, CommandId.Parse("opening-1"))],
            Statements = [Content().Number],
        };
        var outcomes = (ProfessionalOutcomePart[])
            [
                new() { Registered = ProfessionalForms.ToPart(state.Snapshot!.ToContract()) },
                new()
                {
                    Imported = new ImportedPart { Added = 1, AlreadyKnown = 2 },
                },
                new() { StatementNumber = Content().Number.Value },
            ];
        return ProfessionalForms.ToDocument(state, null, SampleDeclarations.Start) with
        {
            Commands =
            [
                .. outcomes.Select(
                    (outcome, number) =>
                        new RememberedCommand<ProfessionalOutcomePart>
                        {
                            Key = $"key-{number}",
                            Fingerprint = $"body-{number}",
                            Outcome = outcome,
                        }
                ),
            ],
        };
    }

    private static StatementContent Content()
    {
        var command = CommandId.Parse("statement-1");
        var number = StatementNumber.Derive(2026, SampleDeclarations.Person, command);
        var targets = new YearTargets(CreditHours.OfHours(90), CreditHours.OfHours(30), CreditHours.OfHours(60));
        return new StatementContent
        {
            Number = number,
            Code = VerificationCode.Derive(number, SampleDeclarations.Person, command),
            PersonId = SampleDeclarations.Person,
            HolderName = "王小明",
            MaskedResidentId = "4301**********0011",
            Employer = SampleDeclarations.Employer,
            Title = null,
            FromYear = 2023,
            ToYear = 2025,
            Years =
            [
                new CertifiedYear(
                    new YearSummary(2024, CreditHours.OfHours(30), new CreditHours(241), targets),
                    DeclarationId.Derive(1, SampleDeclarations.Person, CommandId.Parse("opening-1"))
                ),
            ],
            Agency = SampleDeclarations.Agency,
            IssuedAt = SampleDeclarations.Start,
            RuleSetVersion = "hunan-2026.1",
        };
    }

    private static BatchReviewDocument Batch() =>
        new()
        {
            UnitCode = "A430100",
            PersonId = SampleDeclarations.Person.Value,
            Fingerprint = "body",
            Passes = true,
            Items =
            [
                new BatchItemPart { DeclarationId = "001-a", Version = 3 },
                new BatchItemPart { DeclarationId = "001-b", Version = 4 },
                new BatchItemPart { DeclarationId = "001-c", Version = 5 },
            ],
            Outcomes =
            [
                new BatchOutcomePart
                {
                    Receipt = new ReceiptPart
                    {
                        Status = 4,
                        Version = 4,
                        DraftRevision = 1,
                    },
                },
                new BatchOutcomePart
                {
                    Refusal = new RefusalPart
                    {
                        Kind = 3,
                        Code = "stale-version",
                        Chinese = "已有变化",
                        English = "Changed",
                        Facts = new Dictionary<string, string> { ["version"] = "6" },
                    },
                },
            ],
            StartedAt = SampleDeclarations.Start.ToUnixTimeMilliseconds(),
        };

    private static string ResidentIdOf(string digits) => digits + ResidentId.CheckCharacter(digits);

    private static string Text<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, DocumentJson.Options);
}
