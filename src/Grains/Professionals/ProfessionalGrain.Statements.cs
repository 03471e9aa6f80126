using CeActors.Contracts;
using CeActors.Contracts.Statements;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Grains.Commands;
using CeActors.Grains.Statements;

namespace CeActors.Grains.Professionals;

/// <summary>Statements: the statement itself is written first, then its number here.</summary>
internal sealed partial class ProfessionalGrain
{
    /// <inheritdoc />
    public async Task<Outcome<StatementView>> IssueStatementAsync(IssueStatement command)
    {
        if (command.Header.Caller.PersonId != Id)
        {
            return NotFoundHere;
        }

        var identity = CommandIdentity.Of("issue-statement", command.Header);
        if (Remembered(identity, command.Header) is { } seen)
        {
            return seen.Refusal is { } refusal ? refusal : await ReadAsync(seen.Value!.StatementNumber!);
        }

        var commandId = CommandId.Parse(command.Header.CommandId);
        var known = new ProfessionalContext
        {
            Now = rules.Now,
            Standings = ToDomain(await _standings.AskAsync(State.Declarations)),
        };
        var wish = new ProfessionalCommand.IssueStatement(commandId, command.FromYear, command.ToYear);
        var decision = ProfessionalDecider.Decide(State, wish, known);
        if (decision.Refusal is { } refused)
        {
            return refused.ToContract();
        }

        if (decision.Events is not [ProfessionalEvent.StatementIssued issued])
        {
            // Listed, but forgotten by the log: it was issued by this command long ago.
            return await ReadAsync(StatementNumber.Derive(rules.Today.Year, State.PersonId, commandId).Value);
        }

        var number = issued.Content.Number.Value;
        var statement = await grains.GetGrain<IStatement>(number).IssueAsync(StatementForms.ToContract(issued.Content));
        if (!statement.IsAccepted)
        {
            // The same command got as far as the statement before and was cut off: what it issued then stands.
            statement = await ReadAsync(number);
            if (statement.Value is { } earlier && !IsAsWished(earlier.Content, command))
            {
                return CommandRefusals.IdReused;
            }
        }

        if (statement.IsAccepted)
        {
            await WriteAsync(
                Evolved(decision.Events),
                identity,
                new ProfessionalOutcomePart { StatementNumber = number }
            );
        }

        return statement;
    }

    /// <inheritdoc />
    public async Task<Outcome<StatementList>> GetStatementsAsync(Caller caller)
    {
        if (!IsTheirs(caller))
        {
            return NotFoundHere;
        }

        var views = await Task.WhenAll(State.Statements.Reverse().Select(number => ReadAsync(number.Value)));
        return new StatementList([.. views.Select(view => view.Value).OfType<StatementView>()]);
    }

    private Task<Outcome<StatementView>> ReadAsync(string number) =>
        grains.GetGrain<IStatement>(number).GetAsync(new Caller(Id));

    private static bool IsAsWished(StatementContent content, IssueStatement command) =>
        content.FromYear == command.FromYear && content.ToYear == command.ToYear;
}
