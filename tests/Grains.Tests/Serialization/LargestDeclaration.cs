using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Domain.Review;
using CeActors.Domain.Rules;
using CeActors.Grains.Commands;
using CeActors.Grains.Declarations;

namespace CeActors.Grains.Tests.Serialization;

/// <summary>
/// A declaration that has come to every one of its bounds, made by the domain alone: moved as often as it can be with the longest reasons,
/// and then filled with as much as a draft takes, every text full of <paramref name="filler"/>.
/// </summary>
internal sealed class LargestDeclaration(string filler)
{
    private static readonly PersonId Person = PersonId.Parse(new string('p', 25));
    private static readonly PersonId Reviewer = PersonId.Parse(new string('r', 25));
    private static readonly RuleSet Rules = RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!;
    private static readonly int[] ImportYears = [2024, 2025];
    private readonly List<RememberedCommand<ReceiptPart>> _commands = [];
    private Declaration? _state;
    private DeclarationDocument? _document;
    private int _step;

    public DeclarationDocument Document => _document ?? throw new InvalidOperationException("Nothing has happened.");

    private UnitReference Employer => Unit("E");

    private UnitReference Department => Unit("D");

    private UnitReference Upper => Unit("U");

    /// <summary>A text of so many characters.</summary>
    public string Full(int length) =>
        string.Concat(Enumerable.Repeat(filler, length / filler.Length)) + new string('x', length % filler.Length);

    /// <summary>Submitted and returned, again and again, each time with the longest reason and all the items that a return may name.</summary>
    public void ReturnAsOftenAsCanBe()
    {
        File();
        while (_state!.History.Length < DeclarationLimits.HistorySubmitMax)
        {
            if (_state.Status.IsEditable)
            {
                Do(new DeclarationCommand.Submit { CommandId = Next() }, target: Employer);
            }
            else
            {
                Return(Employer);
            }
        }
    }

    /// <summary>Sent to and fro with the longest reasons, and returned at last.</summary>
    public void RerouteAsOftenAsCanBe()
    {
        File();
        Do(
            new DeclarationCommand.Pass(Employer.Code, Department.Code, Reason) { CommandId = Next() },
            Reviewer,
            Employer,
            Department
        );
        while (_state!.History.Length < DeclarationLimits.HistoryRouteMax)
        {
            var from = _state.Holder!;
            var to = from.Code == Department.Code ? Upper : Department;
            Do(new DeclarationCommand.Reroute(from.Code, to.Code, Reason) { CommandId = Next() }, Reviewer, from, to);
        }

        Return(_state.Holder!);
    }

    /// <summary>As much of everything as a draft takes.</summary>
    public void FillTheDraft()
    {
        var text = Full(DeclarationLimits.TextLengthMax);
        Do(
            new DeclarationCommand.SaveHead(
                new DraftHead
                {
                    Title = text,
                    Profession = text,
                    Note = text,
                }
            )
            {
                CommandId = Next(),
            }
        );
        // What the head leaves, in as many items as may be, so that there is the most beside their texts as well.
        var each = (DeclarationLimits.DraftLengthMax - 3 * text.Length) / DeclarationLimits.ItemsMax;
        var item = new DraftItem { Year = int.MinValue, ActivityName = Full(each) };
        foreach (var known in _state!.Items)
        {
            Do(new DeclarationCommand.ChangeItem(known.ItemId, item) { CommandId = Next() });
        }

        while (_state.Items.Length < DeclarationLimits.ItemsMax)
        {
            Do(new DeclarationCommand.AddItem(item) { CommandId = Next() });
        }

        foreach (var year in ImportYears)
        {
            var ids = Imported.Values.Where(record => record.Year == year).Select(record => record.RecordId);
            Do(new DeclarationCommand.ConfirmImports(new ImportChoice(year, [.. ids])) { CommandId = Next() });
        }

        for (var number = 0; number < DeclarationLimits.EvidenceMax; number++)
        {
            var reserve = Next();
            var year = 2024 + number / DeclarationLimits.EvidencePerYearMax;
            var name = "x" + Full(DeclarationLimits.FileNameLengthMax - 1);
            const long Size = DeclarationLimits.EvidenceSizeBytesMax;
            Do(new DeclarationCommand.ReserveEvidence(year, name, "application/pdf", Size) { CommandId = reserve });
            Do(
                new DeclarationCommand.BindEvidence(reserve.MakeId(), new string('f', 64), "application/pdf", Size)
                {
                    CommandId = Next(),
                }
            );
        }
    }

    // It must say something: white space alone is no reason.
    private string Reason => "由" + Full(DeclarationLimits.TextLengthMax - 1);

    private ImmutableDictionary<string, ImportedRecord> Imported { get; } =
        Enumerable
            .Range(0, DeclarationLimits.ImportsMax)
            .Select(number => new ImportedRecord(
                $"{number:D3}".PadLeft(ProfessionalLimits.RecordIdLengthMax, 'R'),
                ImportYears[number / DeclarationLimits.ImportsPerYearMax],
                Subject.Professional,
                string.Concat(Enumerable.Repeat(filler, ProfessionalLimits.RecordTextLengthMax / filler.Length)),
                string.Concat(Enumerable.Repeat(filler, ProfessionalLimits.RecordTextLengthMax / filler.Length)),
                CreditHours.OfHours(400),
                new DateOnly(2024, 12, 31)
            ))
            .ToImmutableDictionary(record => record.RecordId);

    private void File()
    {
        var head = new DraftHead
        {
            Phone = "13800001111",
            Title = "讲师",
            TitleLevel = "intermediate",
            Profession = "数学",
            SpanFromYear = "2022",
            SpanToYear = "2026",
            PromisesTruth = true,
        };
        var items = Enumerable.Range(0, DeclarationLimits.ReturnItemsMax).Select(Item);
        Do(
            new DeclarationCommand.File(
                DeclarationId.Derive(1, Person, CommandId.Parse("opening-1")),
                head,
                [.. items],
                [],
                true
            )
            {
                CommandId = Next(),
            },
            target: Employer
        );
    }

    private static DraftItem Item(int number) =>
        new()
        {
            Year = 2022 + number % 5,
            Subject = "professional",
            ActivityType = "training",
            ActivityName = $"继续教育培训{number}",
            Organiser = "省继续教育基地",
            StartDate = $"{2022 + number % 5}-01-{number / 5 + 1:D2}",
            EndDate = $"{2022 + number % 5}-01-{number / 5 + 1:D2}",
            Hours = "1",
        };

    private void Return(UnitReference unit) =>
        Do(
            new DeclarationCommand.Return(
                unit.Code,
                Reason,
                [.. _state!.Items.Take(DeclarationLimits.ReturnItemsMax).Select(item => item.ItemId)]
            )
            {
                CommandId = Next(),
            },
            Reviewer,
            unit
        );

    private void Do(
        DeclarationCommand command,
        PersonId? actor = null,
        UnitReference? source = null,
        UnitReference? target = null
    )
    {
        var profile = new ProfileSnapshot(
            Person,
            Full(ProfessionalLimits.NameLengthMax),
            "4301**********0011",
            Employer,
            true,
            Full(ProfessionalLimits.TitleLengthMax),
            3,
            new string('a', 64)
        )
        {
            FormerResidentIdDigests =
            [
                .. Enumerable.Repeat(new string('b', 64), ProfessionalLimits.FormerResidentIdsMax),
            ],
        };
        var context = new DeclarationContext
        {
            Now = SampleDeclarations.Start.AddMonths(3).AddMinutes(_step),
            Rules = Rules,
            Actor = actor ?? Person,
            Filing = new FilingContext(profile, Imported, [], []),
            Source = source is null
                ? null
                : new UnitTicket(source, KindOf(source), Full(ReviewLimits.MemberNameLengthMax)),
            Target = target is null ? null : new UnitTicket(target, KindOf(target)),
        };
        var decision = DeclarationDecider.Decide(_state, command, context);
        if (decision.Refusal is { } refusal)
        {
            throw new InvalidOperationException(
                $"{command.GetType().Name}: {refusal.Code} {string.Join(' ', refusal.Problems)}"
            );
        }

        _state = DeclarationEvolution.Evolve(_state, decision.Events);
        _commands.Add(
            new RememberedCommand<ReceiptPart>
            {
                Key = new string('k', 16),
                Fingerprint = new string('f', 16),
                Outcome = DeclarationViews.ToReceipt(_state, command.CommandId.MakeId()),
            }
        );
        _document = DeclarationWriting.ToDocument(_state, [.. _commands.TakeLast(CommandLog.RememberedMax)], _document);
    }

    private CommandId Next() => CommandId.Parse($"command-{_step++:D8}");

    private UnitReference Unit(string prefix) =>
        new(UnitCode.Parse(prefix.PadRight(32, '0')), Full(ReviewLimits.UnitNameLengthMax));

    private static UnitKind KindOf(UnitReference unit) =>
        unit.Code.Value[0] == 'E' ? UnitKind.Employer : UnitKind.SupervisingDepartment;
}
