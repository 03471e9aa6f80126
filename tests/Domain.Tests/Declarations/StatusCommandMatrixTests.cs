using System.Reflection;
using CeActors.Domain.Declarations;

namespace CeActors.Domain.Tests.Declarations;

/// <summary>What becomes of every command in every status. The acting unit is the one that holds, held or decided last.</summary>
public sealed class StatusCommandMatrixTests
{
    private const string Nothing = "Nothing";

    private static readonly string[] Statuses = [Nothing, .. Enum.GetNames<DeclarationStatus>()];

    private static readonly Dictionary<(string Status, string Command), string> Table = Read(
        """
        Command         | Nothing               | Draft                 | PendingEmployer       | PendingSuperior       | PendingAgency        | Recognised         | Returned               | Withdrawn              | Revoked            | Deleted
        File            | Filed                 | declaration-exists    | declaration-exists    | declaration-exists    | declaration-exists   | declaration-exists | declaration-exists     | declaration-exists     | declaration-exists | declaration-exists
        SaveHead        | declaration-not-found | HeadSaved             | locked-while-pending  | locked-while-pending  | locked-while-pending | already-recognised | HeadSaved              | HeadSaved              | already-revoked    | declaration-not-found
        AddItem         | declaration-not-found | ItemAdded             | locked-while-pending  | locked-while-pending  | locked-while-pending | already-recognised | ItemAdded              | ItemAdded              | already-revoked    | declaration-not-found
        ChangeItem      | declaration-not-found | ItemChanged           | locked-while-pending  | locked-while-pending  | locked-while-pending | already-recognised | ItemChanged            | ItemChanged            | already-revoked    | declaration-not-found
        RemoveItem      | declaration-not-found | ItemRemoved           | locked-while-pending  | locked-while-pending  | locked-while-pending | already-recognised | ItemRemoved            | ItemRemoved            | already-revoked    | declaration-not-found
        ConfirmImports  | declaration-not-found | ImportsConfirmed      | locked-while-pending  | locked-while-pending  | locked-while-pending | already-recognised | ImportsConfirmed       | ImportsConfirmed       | already-revoked    | declaration-not-found
        ReserveEvidence | declaration-not-found | EvidenceReserved      | locked-while-pending  | locked-while-pending  | locked-while-pending | already-recognised | EvidenceReserved       | EvidenceReserved       | already-revoked    | declaration-not-found
        BindEvidence    | declaration-not-found | EvidenceBound         | locked-while-pending  | locked-while-pending  | locked-while-pending | already-recognised | EvidenceBound          | EvidenceBound          | already-revoked    | declaration-not-found
        RemoveEvidence  | declaration-not-found | EvidenceRemoved       | locked-while-pending  | locked-while-pending  | locked-while-pending | already-recognised | EvidenceRemoved        | EvidenceRemoved        | already-revoked    | declaration-not-found
        Submit          | declaration-not-found | Submitted             | already-submitted     | already-submitted     | already-submitted    | already-recognised | Submitted              | Submitted              | already-revoked    | declaration-not-found
        Withdraw        | declaration-not-found | not-submitted         | Withdrawn             | Withdrawn             | Withdrawn            | already-recognised | already-returned       | already-withdrawn      | already-revoked    | declaration-not-found
        Delete          | declaration-not-found | Deleted               | locked-while-pending  | locked-while-pending  | locked-while-pending | already-recognised | Deleted                | Deleted                | already-revoked    | already-deleted
        Pass            | declaration-not-found | declaration-not-found | Passed                | Passed                | Recognised           | already-recognised | already-returned       | withdrawn-by-declarant | already-revoked    | declaration-not-found
        Return          | declaration-not-found | declaration-not-found | Returned              | Returned              | Returned             | already-recognised | already-returned       | withdrawn-by-declarant | already-revoked    | declaration-not-found
        Reroute         | declaration-not-found | declaration-not-found | reroute-at-employer   | Rerouted              | Rerouted             | already-recognised | already-returned       | withdrawn-by-declarant | already-revoked    | declaration-not-found
        Revoke          | declaration-not-found | declaration-not-found | not-recognised        | not-recognised        | not-recognised       | Revoked            | not-recognised         | not-recognised         | already-revoked    | declaration-not-found
        """
    );

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var status in Statuses)
            {
                foreach (var command in CommandNames())
                    cells.Add(status, command);
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_command_does_in_every_status_what_the_table_says(string status, string command)
    {
        Table.ShouldContainKey((status, command));
        var state = StateIn(status, command);
        var (wish, context) = Wish(command, state);

        var decision = DeclarationDecider.Decide(state, wish, context);

        Sample.Said(decision).ShouldBe(Table[(status, command)]);
        if (decision.IsAccepted)
            DeclarationEvolution.Evolve(state, decision.Events).ShouldNotBeNull();
    }

    [Fact]
    public void The_table_has_no_row_or_column_that_does_not_exist()
    {
        Table.Keys.Select(cell => cell.Status).Distinct().ShouldBe(Statuses, ignoreOrder: true);
        Table.Keys.Select(cell => cell.Command).Distinct().ShouldBe(CommandNames(), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void What_the_precheck_refuses_the_decision_refuses_alike(string status, string command)
    {
        var state = StateIn(status, command);
        var (wish, context) = Wish(command, state);

        var refusal = DeclarationDecider.Precheck(state, wish, context);

        refusal?.Code.ShouldBe(DeclarationDecider.Decide(state, wish, context).Refusal?.Code);
    }

    private static IEnumerable<string> CommandNames() =>
        typeof(DeclarationCommand)
            .GetNestedTypes(BindingFlags.Public)
            .Where(type => type.IsSubclassOf(typeof(DeclarationCommand)))
            .Select(type => type.Name);

    private static Declaration? StateIn(string status, string command)
    {
        if (status == Nothing)
            return null;
        var state = Enum.Parse<DeclarationStatus>(status) switch
        {
            DeclarationStatus.Draft => Sample.Draft(),
            DeclarationStatus.PendingEmployer => Sample.Submitted(),
            DeclarationStatus.PendingSuperior => Sample.AtDepartment(),
            DeclarationStatus.PendingAgency => Sample.AtAgency(),
            DeclarationStatus.Recognised => Sample.Recognised(),
            DeclarationStatus.Returned => Sample.Returned(),
            DeclarationStatus.Withdrawn => Sample.Withdrawn(),
            DeclarationStatus.Revoked => Sample.Revoked(),
            DeclarationStatus.Deleted => Sample.Deleted(),
            _ => throw new InvalidOperationException($"No declaration in status {status} is known to this test."),
        };
        state.Status.ToString().ShouldBe(status);
        var needsUpload = command is "BindEvidence" or "RemoveEvidence";
        return needsUpload ? WithOpenUpload(state) : state;
    }

    private static Declaration WithOpenUpload(Declaration state) =>
        state.Status.IsEditable
            ? Sample.Decided(
                state,
                new DeclarationCommand.ReserveEvidence(2024, "证书.pdf", "application/pdf", 1000)
                {
                    CommandId = Sample.Command("evidence"),
                },
                Sample.Context()
            )
            : state;

    private static (DeclarationCommand Command, DeclarationContext Context) Wish(string command, Declaration? state)
    {
        var unit = state?.Status switch
        {
            DeclarationStatus.PendingSuperior => Sample.Department,
            DeclarationStatus.PendingAgency or DeclarationStatus.Recognised or DeclarationStatus.Revoked =>
                Sample.Agency,
            _ => Sample.Employer,
        };
        var itemId = state is { Items: [var first, ..] } ? first.ItemId : "nothing";
        var id = Sample.Command("matrix");
        return command switch
        {
            "File" => (Sample.File(), Sample.Context()),
            "SaveHead" => (new DeclarationCommand.SaveHead(Sample.Head) { CommandId = id }, Sample.Context()),
            "AddItem" => (new DeclarationCommand.AddItem(Sample.Item(2025)) { CommandId = id }, Sample.Context()),
            "ChangeItem" => (
                new DeclarationCommand.ChangeItem(itemId, Sample.Item(2025)) { CommandId = id },
                Sample.Context()
            ),
            "RemoveItem" => (new DeclarationCommand.RemoveItem(itemId) { CommandId = id }, Sample.Context()),
            "ConfirmImports" => (
                new DeclarationCommand.ConfirmImports(new ImportChoice(2024, ["R-1"])) { CommandId = id },
                Sample.Context()
            ),
            "ReserveEvidence" => (
                new DeclarationCommand.ReserveEvidence(2024, "证书.pdf", "application/pdf", 1000) { CommandId = id },
                Sample.Context()
            ),
            "BindEvidence" => (
                new DeclarationCommand.BindEvidence(EvidenceId, new string('a', 64), "application/pdf", 1000)
                {
                    CommandId = id,
                },
                Sample.Context()
            ),
            "RemoveEvidence" => (
                new DeclarationCommand.RemoveEvidence(EvidenceId) { CommandId = id },
                Sample.Context()
            ),
            "Submit" => (Sample.Submit(), Sample.SubmitContext()),
            "Withdraw" => (Sample.Withdraw(), Sample.Context()),
            "Delete" => (Sample.Delete(), Sample.Context()),
            "Pass" when unit == Sample.Agency => (Sample.Pass(unit), Sample.ReviewContext(unit)),
            "Pass" => (Sample.Pass(unit, Sample.UpperDepartment), Sample.ReviewContext(unit, Sample.UpperDepartment)),
            "Return" => (Sample.Return(unit), Sample.ReviewContext(unit)),
            "Reroute" => (
                Sample.Reroute(unit, Sample.UpperDepartment),
                Sample.ReviewContext(unit, Sample.UpperDepartment)
            ),
            "Revoke" => (Sample.Revoke(unit), Sample.ReviewContext(unit)),
            _ => throw new InvalidOperationException($"No command {command} is known to this test."),
        };
    }

    private static readonly string EvidenceId = Sample.Command("evidence").MakeId();

    private static Dictionary<(string, string), string> Read(string text)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToArray();
        var table = new Dictionary<(string, string), string>();
        foreach (var row in rows.Skip(1))
        {
            row.Length.ShouldBe(rows[0].Length);
            for (var i = 1; i < row.Length; i++)
                table.Add((rows[0][i], row[0]), row[i]);
        }

        return table;
    }
}
