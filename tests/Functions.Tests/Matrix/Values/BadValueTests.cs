using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix.Values;

/// <summary>Well-formed requests whose values break a rule: the place or the rule is named, and nothing is written.</summary>
[Collection(nameof(InMatrix))]
public sealed class BadValueTests(MatrixWorld world) : ChangesNothing(world)
{
    private static readonly IReadOnlyList<BadRow> Rows =
    [
        .. DeclarationValues.Rows,
        .. EvidenceValues.Rows,
        .. ReviewValues.Rows,
        .. RegistryValues.Rows,
        .. StatementValues.Rows,
    ];

    public static TheoryData<string> Changing => MatrixData.Of(operation => operation.Changes);

    public static TheoryData<string, string> Each
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in Rows)
            {
                data.Add(row.Operation, row.Says);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public void Every_command_has_rows_of_bad_values(string id) =>
        Rows.ShouldContain(row => row.Operation == id, $"Add rows for {id} beside the others of its noun.");

    [Fact]
    public void No_row_is_left_of_an_operation_that_is_no_more()
    {
        foreach (var row in Rows)
        {
            Operations.All.ShouldContain(operation => operation.Id == row.Operation, row.Operation);
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task It_is_refused_and_named(string operation, string says)
    {
        var row = Rows.Single(each => each.Operation == operation && each.Says == says);

        var reply = await row.Spoil(World, World.StageOf(operation)).SendAsync(World);

        reply.RequireProblem(row.Status);
        row.IsNamedBy(reply["code"].GetValue<string>(), reply.Places)
            .ShouldBeTrue($"{row.Names} is not named by {reply.Text}");
    }
}
