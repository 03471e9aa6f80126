using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Statements;
using CeActors.Domain;
using CeActors.Domain.Identity;
using CeActors.Domain.Statements;
using CeActors.Grains.Commands;
using CeActors.Grains.Declarations;
using CeActors.Grains.Storage;
using CeActors.Grains.Telemetry;
using StatementContent = CeActors.Contracts.Statements.StatementContent;

namespace CeActors.Grains.Statements;

/// <summary>One recognition statement. Whether it still stands is asked, each time, of the declarations that it rests on.</summary>
[GrainType("statement")]
internal sealed class StatementGrain(
    [PersistentState("statement", StorageNames.State)] IPersistentState<StatementDocument> storage,
    IGrainContext context,
    IGrainFactory grains
) : Grain, IStatement
{
    private readonly StoredDocument<StatementDocument> _document = new(storage, context);

    private Statement? Present => _document.Committed?.State;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _document.Load();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<Outcome<StatementView>> IssueAsync(StatementContent content)
    {
        _document.RequireCertainty();
        var isNew = Present is null;
        if (await KeepAsync(Statement.Issue(Present, StatementForms.ToDomain(content))) is { } refusal)
        {
            return refusal;
        }

        if (isNew)
        {
            StatementTelemetry.CountIssued();
        }

        return await ViewAsync(Present!);
    }

    /// <inheritdoc />
    public async Task<Outcome<StatementView>> GetAsync(Caller caller)
    {
        _document.RequireCertainty();
        ForgetIfAbsent();
        var answer = Statement.ForHolder(Present, PersonOf(caller));
        return answer.IsAccepted ? await ViewAsync(answer.Value) : answer.Refusal.ToContract();
    }

    /// <inheritdoc />
    public async Task<Outcome<StatementVerification>> VerifyAsync(string code)
    {
        _document.RequireCertainty();
        ForgetIfAbsent();
        var answer = Statement.ForVerifier(Present, code);
        if (!answer.IsAccepted)
        {
            StatementTelemetry.CountNotFound();
            return answer.Refusal.ToContract();
        }

        var content = answer.Value.Content;
        var revokedAt = await RevokedAtAsync(content);
        StatementTelemetry.CountVerified(revokedAt is not null);
        return new StatementVerification(
            content.Number.Value,
            Masking.Name(content.HolderName),
            content.MaskedResidentId,
            content.Employer.Name,
            content.Agency.Name,
            content.IssuedAt,
            [.. content.Years.Select(year => year.Summary.ToContract())],
            content.Digest(),
            revokedAt is not null,
            revokedAt
        );
    }

    /// <inheritdoc />
    public async Task<Outcome<Done>> RecordRenderingAsync(Caller caller, string sha256)
    {
        _document.RequireCertainty();
        return await KeepAsync(Statement.RecordRendering(Present, PersonOf(caller), sha256)) is { } refusal
            ? refusal
            : Done.Instance;
    }

    /// <summary>Numbers that somebody made up must not fill the memory of the silos.</summary>
    private void ForgetIfAbsent()
    {
        if (Present is null)
        {
            DeactivateOnIdle();
        }
    }

    /// <summary>Writes what was decided, unless it is already so.</summary>
    private async Task<Contracts.Refusal?> KeepAsync(Answer<Statement> answer)
    {
        if (!answer.IsAccepted)
        {
            return answer.Refusal.ToContract();
        }

        if (!ReferenceEquals(answer.Value, Present))
        {
            await _document.WriteAsync(StatementForms.ToDocument(answer.Value));
        }

        return null;
    }

    private async Task<StatementView> ViewAsync(Statement statement)
    {
        var revokedAt = await RevokedAtAsync(statement.Content);
        return new StatementView(
            StatementForms.ToContract(statement.Content),
            statement.Content.Digest(),
            statement.RenderingDigest,
            revokedAt is not null,
            revokedAt
        );
    }

    private async Task<DateTimeOffset?> RevokedAtAsync(Domain.Statements.StatementContent content)
    {
        var basis = content.Years.Select(year => year.DeclarationId.Value).Distinct(StringComparer.Ordinal);
        var standings = await Task.WhenAll(basis.Select(id => grains.GetGrain<IDeclaration>(id).GetStandingAsync()));
        return Statement.RevokedAt(
            content,
            standings.OfType<DeclarationStanding>().Select(standing => standing.ToDomain())
        );
    }

    private static PersonId PersonOf(Caller caller) => PersonId.Parse(caller.PersonId);
}
