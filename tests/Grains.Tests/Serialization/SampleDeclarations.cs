using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Domain.Review;
using CeActors.Domain.Rules;
using CeActors.Grains.Declarations;

namespace CeActors.Grains.Tests.Serialization;

/// <summary>Declarations at every place of their way, made by the domain from fixed values.</summary>
internal static class SampleDeclarations
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 30, 0, 250, TimeSpan.Zero);
    public static readonly PersonId Person = PersonId.Parse("pabcdefghijklmnopqrstuvwx");
    public static readonly UnitReference Employer = new(UnitCode.Parse("E0001"), "长沙市第一中学");
    public static readonly UnitReference Department = new(UnitCode.Parse("D0001"), "长沙市教育局");
    public static readonly UnitReference Agency = new(UnitCode.Parse("A430100"), "长沙市人社局");
    private static readonly PersonId Reviewer = PersonId.Parse("pzyxwvutsrqponmlkjihgfedc");
    private static readonly RuleSet Rules = RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!;

    private static readonly ProfileSnapshot Profile = new(
        Person,
        "王小明",
        "4301**********0011",
        Employer,
        true,
        "讲师",
        3
    );

    private static readonly ImportedRecord Record = new(
        "R-2025-1",
        2025,
        Subject.General,
        "师德师风专题培训",
        "省教育厅",
        CreditHours.OfHours(10),
        new DateOnly(2025, 5, 1)
    );

    /// <summary>A declaration that went all the way, was revoked, and on the way withdrawn, returned and corrected.</summary>
    public static IReadOnlyList<(Declaration State, DeclarationDocument Document)> FullStory()
    {
        var story = new List<(Declaration, DeclarationDocument)>();
        Declaration? state = null;
        DeclarationDocument? document = null;
        var minute = 0;
        void Then(
            DeclarationCommand command,
            PersonId? actor = null,
            UnitReference? source = null,
            UnitReference? target = null
        )
        {
            var context = new DeclarationContext
            {
                Now = Start.AddMinutes(minute++),
                Rules = Rules,
                Actor = actor ?? Person,
                Filing = new FilingContext(
                    Profile,
                    System.Collections.Immutable.ImmutableDictionary<string, ImportedRecord>.Empty.Add(
                        Record.RecordId,
                        Record
                    ),
                    [],
                    []
                ),
                Source = source is null ? null : new UnitTicket(source, KindOf(source), "李审核"),
                Target = target is null ? null : new UnitTicket(target, KindOf(target)),
            };
            var decision = DeclarationDecider.Decide(state, command, context);
            if (decision.Refusal is { } refusal)
            {
                throw new InvalidOperationException(
                    $"{command.GetType().Name}: {refusal.Code} {string.Join(' ', refusal.Problems)}"
                );
            }

            state = DeclarationEvolution.Evolve(state, decision.Events);
            document = DeclarationWriting.ToDocument(
                state,
                [.. document?.Commands ?? [], Remembered(state, minute)],
                document
            );
            story.Add((state, document));
        }

        var id = DeclarationId.Derive(1, Person, CommandId.Parse("opening-1"));
        Then(
            new DeclarationCommand.File(id, new DraftHead { Phone = "abc" }, [], [], false)
            {
                CommandId = Command("file"),
            }
        );
        Then(new DeclarationCommand.SaveHead(Head) { CommandId = Command("head") });
        Then(new DeclarationCommand.AddItem(Item(2024, "general", "30")) { CommandId = Command("item1") });
        Then(new DeclarationCommand.AddItem(Item(2024, "professional", "60.25")) { CommandId = Command("item2") });
        Then(
            new DeclarationCommand.ConfirmImports(new ImportChoice(2025, ["R-2025-1"]))
            {
                CommandId = Command("imports"),
            }
        );
        Then(
            new DeclarationCommand.ReserveEvidence(2024, "结业证书.pdf", "application/pdf", 1234)
            {
                CommandId = Command("reserve"),
            }
        );
        Then(
            new DeclarationCommand.BindEvidence(
                Command("reserve").MakeId(),
                new string('a', 64),
                "application/pdf",
                1234
            )
            {
                CommandId = Command("bind"),
            }
        );
        Then(new DeclarationCommand.Submit { CommandId = Command("submit1") }, target: Employer);
        Then(new DeclarationCommand.Withdraw { CommandId = Command("withdraw") });
        Then(new DeclarationCommand.Submit { CommandId = Command("submit2") }, target: Employer);
        Then(
            new DeclarationCommand.Pass(Employer.Code, Department.Code, "属实") { CommandId = Command("pass1") },
            Reviewer,
            Employer,
            Department
        );
        Then(
            new DeclarationCommand.Return(Department.Code, "材料不清晰", [Command("item1").MakeId()])
            {
                CommandId = Command("return"),
            },
            Reviewer,
            Department
        );
        Then(new DeclarationCommand.SaveHead(Head with { Note = "已更正" }) { CommandId = Command("mend") });
        Then(new DeclarationCommand.Submit { CommandId = Command("submit3") }, target: Employer);
        Then(
            new DeclarationCommand.Pass(Employer.Code, Department.Code, null) { CommandId = Command("pass2") },
            Reviewer,
            Employer,
            Department
        );
        Then(
            new DeclarationCommand.Pass(Department.Code, Agency.Code, null) { CommandId = Command("pass3") },
            Reviewer,
            Department,
            Agency
        );
        Then(new DeclarationCommand.Pass(Agency.Code, null, null) { CommandId = Command("pass4") }, Reviewer, Agency);
        Then(
            new DeclarationCommand.Revoke(Agency.Code, "抽查发现材料不实") { CommandId = Command("revoke") },
            Reviewer,
            Agency
        );
        return story;
    }

    /// <summary>As one body of the load runs: five years, submitted at once.</summary>
    public static DeclarationDocument UnderLoad()
    {
        var id = DeclarationId.Derive(1, Person, CommandId.Parse("opening-2"));
        var items = Enumerable
            .Range(2022, 5)
            .SelectMany(year => (DraftItem[])[Item(year, "general", "30"), Item(year, "professional", "60")]);
        var file = new DeclarationCommand.File(id, Head, [.. items], [], true) { CommandId = Command("file") };
        var context = new DeclarationContext
        {
            Now = Start.AddMonths(3),
            Rules = Rules,
            Actor = Person,
            Filing = new FilingContext(
                Profile,
                System.Collections.Immutable.ImmutableDictionary<string, ImportedRecord>.Empty,
                [],
                []
            ),
            Target = new UnitTicket(Employer, UnitKind.Employer),
        };
        var state = DeclarationEvolution.Evolve(null, DeclarationDecider.Decide(null, file, context).Events);
        return DeclarationWriting.ToDocument(state, [Remembered(state, 1)], null);
    }

    private static DraftHead Head { get; } =
        new()
        {
            Phone = "13800001111",
            Email = "wang@example.com",
            Title = "讲师",
            TitleSeries = "中小学教师",
            TitleLevel = "intermediate",
            Profession = "数学",
            SpanFromYear = "2022",
            SpanToYear = "2026",
            PromisesTruth = true,
        };

    private static DraftItem Item(int year, string subject, string hours) =>
        new()
        {
            Year = year,
            Subject = subject,
            ActivityType = "training",
            ActivityName = "继续教育培训",
            Organiser = "省继续教育基地",
            StartDate = $"{year}-03-01",
            EndDate = $"{year}-03-05",
            Hours = hours,
        };

    private static Commands.RememberedCommand<ReceiptPart> Remembered(Declaration state, int number) =>
        new()
        {
            Key = $"key-{number:00000000000}",
            Fingerprint = $"body-{number:0000000000}",
            Outcome = DeclarationViews.ToReceipt(state, null),
        };

    private static CommandId Command(string text) => CommandId.Parse(text.PadRight(CommandId.LengthMin, '0'));

    private static UnitKind KindOf(UnitReference unit) =>
        unit == Agency ? UnitKind.Agency
        : unit == Department ? UnitKind.SupervisingDepartment
        : UnitKind.Employer;
}
