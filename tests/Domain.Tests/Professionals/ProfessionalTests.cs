using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Domain.Review;
using CeActors.Domain.Statements;

namespace CeActors.Domain.Tests.Professionals;

public sealed class ProfessionalTests
{
    private const string RightId = "11010519491231002X";

    [Fact]
    public void A_professional_is_registered_and_changed_with_a_new_version()
    {
        var registered = Registered();
        registered.Snapshot!.MaskedResidentId.ShouldBe("1101**********002X");
        registered.Profile!.Version.ShouldBe(1);

        var moved = Decided(
            registered,
            Register() with
            {
                EmployerCode = "DEPT-1",
            },
            Context() with
            {
                Employer = new EmployerEntry(Sample.Department, UnitKind.SupervisingDepartment, false, true),
            }
        );

        moved.Profile!.Version.ShouldBe(2);
        moved.Profile.Employer.ShouldBe(Sample.Department);
    }

    [Fact]
    public void The_same_registration_again_changes_nothing() =>
        ProfessionalDecider.Decide(Registered(), Register(), Context()).Events.ShouldBeEmpty();

    [Theory]
    [InlineData(0L)]
    [InlineData(2L)]
    public void A_change_of_another_version_than_the_present_one_is_stale(long version)
    {
        var stale = Register() with { Name = "李四", ExpectedVersion = version };

        var refusal = Refused(Registered(), stale, Context());

        refusal.Kind.ShouldBe(RefusalKind.Stale);
        refusal.Facts!["version"].ShouldBe("1");
        Decided(Registered(), stale with { ExpectedVersion = 1 }, Context()).Profile!.Version.ShouldBe(2);
        Decided(Unknown(), stale with { ExpectedVersion = 0 }, Context()).Profile!.Version.ShouldBe(1);
    }

    public static TheoryData<string, ProfessionalCommand.Register, string, string> Wrong =>
        new()
        {
            { "no name", Register() with { Name = "" }, "/name", "required" },
            { "long name", Register() with { Name = new string('张', 51) }, "/name", "text-too-long" },
            {
                "check character",
                Register() with
                {
                    ResidentId = "110105194912310021",
                },
                "/residentId",
                "resident-id-wrong"
            },
            { "long title", Register() with { Title = new string('职', 101) }, "/title", "text-too-long" },
            { "unknown employer", Register() with { EmployerCode = "NOBODY" }, "/employerCode", "employer-unknown" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_names_its_place(
        string what,
        ProfessionalCommand.Register command,
        string path,
        string code
    )
    {
        var refusal = Refused(Unknown(), command, Context());

        refusal.Code.ShouldBe(code, what);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe(path, what);
    }

    [Fact]
    public void An_employer_is_open_and_no_agency()
    {
        var agency = Context() with { Employer = new EmployerEntry(Sample.Employer, UnitKind.Agency, false, true) };
        var closed = Context() with { Employer = new EmployerEntry(Sample.Employer, UnitKind.Employer, true, false) };

        Refused(Unknown(), Register(), agency).Code.ShouldBe("employer-is-agency");
        Refused(Unknown(), Register(), closed).Code.ShouldBe("employer-closed");
        Decided(Registered(), Register() with { Title = "教授" }, closed).Profile!.Title.ShouldBe("教授");
    }

    [Fact]
    public void Only_administrators_of_the_registry_register() =>
        Refused(Unknown(), Register(), Context() with { IsRegistryAdministrator = false })
            .Code.ShouldBe("registry-administrators-only");

    [Fact]
    public void Who_is_not_registered_files_nothing_and_gets_no_statement()
    {
        Refused(Unknown(), Reserve("one"), Context()).Code.ShouldBe("professional-not-registered");
        Refused(Unknown(), Issue(2024, 2024), Context()).Code.ShouldBe("professional-not-registered");
        Refused(Unknown(), Import(Record()), Context()).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    public void One_declaration_may_be_open_at_a_time()
    {
        var first = Decided(Registered(), Reserve("one"), Context());
        first.Declarations.ShouldHaveSingleItem();

        foreach (var status in Enum.GetValues<DeclarationStatus>())
        {
            var context = Context() with { Standings = [Standing("one", status)] };
            var decision = ProfessionalDecider.Decide(first, Reserve("two"), context);

            decision.Refusal?.Code.ShouldBe(status.IsOpen ? "declaration-open" : null);
            decision.IsAccepted.ShouldBe(!status.IsOpen);
            if (status.IsOpen)
                decision.Refusal!.Facts!["declarationId"].ShouldBe(IdOf("one").Value);
        }
    }

    [Fact]
    public void A_repeated_reservation_changes_nothing()
    {
        var reserved = Decided(Registered(), Reserve("one"), Context());

        ProfessionalDecider.Decide(reserved, Reserve("one"), Context()).Events.ShouldBeEmpty();
        ProfessionalDecider
            .Decide(
                reserved,
                Reserve("one"),
                Context() with
                {
                    Standings = [Standing("one", DeclarationStatus.PendingAgency)],
                }
            )
            .IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void A_late_repetition_of_a_refused_filing_does_not_open_a_second_one()
    {
        var state = Decided(Decided(Registered(), Reserve("one"), Context()), Reserve("two"), Context());
        var context = Context() with { Standings = [Standing("two", DeclarationStatus.Draft)] };

        Refused(state, Reserve("one"), context).Code.ShouldBe("declaration-open");
    }

    [Fact]
    public void Declarations_go_up_to_their_bound_and_deleted_ones_do_not_count()
    {
        var ids = Enumerable.Range(0, ProfessionalLimits.DeclarationsMax).Select(i => $"past-{i:000}").ToArray();
        var standings = ids.Select(id => Standing(id, DeclarationStatus.Recognised)).ToImmutableArray();
        var full = Registered() with { Declarations = [.. ids.Select(IdOf)] };
        var nearly = full with { Declarations = full.Declarations.RemoveAt(0) };

        Decided(nearly, Reserve("new"), Context() with { Standings = standings.RemoveAt(0) })
            .Declarations.Length.ShouldBe(ProfessionalLimits.DeclarationsMax);
        Refused(full, Reserve("new"), Context() with { Standings = standings }).Code.ShouldBe("declarations-max");
        var oneDeleted = standings.SetItem(3, Standing(ids[3], DeclarationStatus.Deleted));
        Decided(full, Reserve("new"), Context() with { Standings = oneDeleted })
            .Declarations.ShouldNotContain(IdOf(ids[3]));
        // One that never came into being is forgotten only when room is needed.
        Decided(full, Reserve("new"), Context() with { Standings = standings.RemoveAt(5) })
            .Declarations.ShouldNotContain(IdOf(ids[5]));
    }

    [Fact]
    public void A_deleted_declaration_is_remembered_while_there_is_room_and_answers_the_command_that_opened_it()
    {
        var one = Decided(Registered(), Reserve("one"), Context());
        var deleted = Context() with { Standings = [Standing("one", DeclarationStatus.Deleted)] };
        var two = Decided(one, Reserve("two"), deleted);
        two.Declarations.ShouldBe([IdOf("one"), IdOf("two")], ignoreOrder: true);

        var both = Context() with
        {
            Standings = [Standing("one", DeclarationStatus.Deleted), Standing("two", DeclarationStatus.Draft)],
        };
        ProfessionalDecider.Decide(two, Reserve("one"), both).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void Imported_hours_are_taken_once()
    {
        var first = Decided(Registered(), Import(Record("R-1"), Record("R-2")), Context());
        first.ImportedRecords.Count.ShouldBe(2);
        first.ImportedRecords["R-1"].Hours.ShouldBe(CreditHours.OfHours(2));

        ProfessionalDecider.Decide(first, Import(Record("R-1"), Record("R-2")), Context()).Events.ShouldBeEmpty();
        Decided(first, Import(Record("R-2"), Record("R-3"), Record("R-3")), Context())
            .ImportedRecords.Count.ShouldBe(3);
    }

    [Fact]
    public void A_known_record_with_other_content_is_refused_and_nothing_is_taken()
    {
        var first = Decided(Registered(), Import(Record("R-1")), Context());

        var refusal = Refused(first, Import(Record("R-2"), Record("R-1") with { QuarterHours = 9 }), Context());

        refusal.Kind.ShouldBe(RefusalKind.Conflict);
        refusal.Code.ShouldBe("imported-record-conflict");
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe("/records/1/recordId");
        Refused(Registered(), Import(Record("R-5"), Record("R-5") with { IsGeneral = false }), Context())
            .Code.ShouldBe("imported-record-conflict");
    }

    public static TheoryData<string, ImportedRecordInput, string> WrongRecords =>
        new()
        {
            { "no id", Record(""), "/records/0/recordId" },
            { "long id", Record(new string('R', 65)), "/records/0/recordId" },
            { "id form", Record("R/1"), "/records/0/recordId" },
            { "early year", Record() with { Year = 1989 }, "/records/0/year" },
            { "next year", Record() with { Year = 2027 }, "/records/0/year" },
            { "no course", Record() with { CourseName = " " }, "/records/0/courseName" },
            { "long course", Record() with { CourseName = new string('课', 201) }, "/records/0/courseName" },
            { "no organiser", Record() with { Organiser = "" }, "/records/0/organiser" },
            { "no hours", Record() with { QuarterHours = 0 }, "/records/0/hours" },
            { "negative hours", Record() with { QuarterHours = -4 }, "/records/0/hours" },
            { "absurd hours", Record() with { QuarterHours = 1_601 }, "/records/0/hours" },
            { "no date", Record() with { CompletedOn = "2024-13-01" }, "/records/0/completedOn" },
            { "tomorrow", Record() with { CompletedOn = "2026-06-16" }, "/records/0/completedOn" },
        };

    [Theory]
    [MemberData(nameof(WrongRecords))]
    public void A_wrong_record_names_its_place(string what, ImportedRecordInput record, string path)
    {
        var refusal = Refused(Registered(), Import(record), Context());

        refusal.Code.ShouldBe("import-invalid", what);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe(path, what);
    }

    [Fact]
    public void An_import_and_all_imports_together_end_at_their_bounds()
    {
        var hundred = Enumerable.Range(0, 100).Select(i => Record($"R-{i}")).ToArray();
        var state = Decided(Registered(), Import(hundred), Context());
        for (var i = 1; i < 5; i++)
            state = Decided(
                state,
                Import([.. hundred.Select(r => r with { RecordId = $"{i}-{r.RecordId}" })]),
                Context()
            );

        state.ImportedRecords.Count.ShouldBe(ProfessionalLimits.ImportedRecordsMax);
        Refused(state, Import(Record("one-more")), Context()).Code.ShouldBe("imported-records-total-max");
        ProfessionalDecider.Decide(state, Import(hundred), Context()).IsAccepted.ShouldBeTrue();
        Refused(Registered(), Import([.. hundred, Record("one-more")]), Context()).Code.ShouldBe("import-too-large");
        Refused(Registered(), Import(), Context()).Code.ShouldBe("import-empty");
    }

    [Fact]
    public void Only_the_training_platform_imports() =>
        Refused(Registered(), Import(Record()), Context() with { IsTrainingPlatform = false })
            .Code.ShouldBe("training-platform-only");

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

    internal static StatementContent Issued(
        Professional state,
        ProfessionalCommand command,
        ProfessionalContext context
    ) =>
        ProfessionalDecider
            .Decide(state, command, context)
            .Events.ShouldHaveSingleItem()
            .ShouldBeOfType<ProfessionalEvent.StatementIssued>()
            .Content;

    internal static Professional Registered() => Decided(Unknown(), Register(), Context());

    internal static ProfessionalCommand.IssueStatement Issue(int from, int to) =>
        new(Sample.Command("issue"), from, to);

    internal static ProfessionalContext Context() =>
        new()
        {
            Now = Sample.Now,
            IsRegistryAdministrator = true,
            IsTrainingPlatform = true,
            Employer = new EmployerEntry(Sample.Employer, UnitKind.Employer, true, true),
        };

    internal static DeclarationId IdOf(string name) => DeclarationId.Derive(1, Sample.Person, Sample.Command(name));

    internal static DeclarationStanding Standing(string name, DeclarationStatus status, params int[] years)
    {
        var recognised = Sample.Recognised().RecognisedYears[0];
        var hours = recognised with { General = CreditHours.OfHours(30), Professional = CreditHours.OfHours(60) };
        var wasRecognised = status is DeclarationStatus.Recognised or DeclarationStatus.Revoked;
        return new DeclarationStanding(
            IdOf(name),
            status,
            Sample.Now,
            [.. years.Select(year => hours with { Year = year })],
            wasRecognised ? Sample.Now : null,
            wasRecognised ? Sample.Agency : null,
            Sample.Rules.Version,
            []
        );
    }

    private static Professional Unknown() => Professional.Unknown(Sample.Person);

    private static ProfessionalCommand.Register Register() => new("张三", RightId, Sample.Employer.Code.Value, "讲师");

    private static ProfessionalCommand.ReserveDeclaration Reserve(string name) => new(IdOf(name));

    private static ProfessionalCommand.ImportHours Import(params ImportedRecordInput[] records) => new([.. records]);

    private static ImportedRecordInput Record(string id = "R-1") =>
        new(id, 2024, true, "师德师风专题培训", "省教育厅", 8, "2024-05-01");

    private static Professional Decided(Professional state, ProfessionalCommand command, ProfessionalContext context)
    {
        var decision = ProfessionalDecider.Decide(state, command, context);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(state, ProfessionalEvolution.Evolve);
    }

    private static Refusal Refused(Professional state, ProfessionalCommand command, ProfessionalContext context) =>
        ProfessionalDecider.Decide(state, command, context).Refusal.ShouldNotBeNull();
}
