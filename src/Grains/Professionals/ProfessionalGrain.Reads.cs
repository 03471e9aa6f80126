using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Professionals;
using CeActors.Grains.Commands;
using CeActors.Grains.Declarations;
using RecognisedHours = CeActors.Contracts.Professionals.RecognisedHours;
using RecognisedYear = CeActors.Contracts.Professionals.RecognisedYear;
using Refusal = CeActors.Contracts.Refusal;

namespace CeActors.Grains.Professionals;

/// <summary>What the person sees; nobody else sees anything.</summary>
internal sealed partial class ProfessionalGrain
{
    private static readonly Refusal NotFoundHere = (
        ProfessionalRefusals.NotRegistered with
        {
            Kind = Domain.RefusalKind.NotFound,
        }
    ).ToContract();

    /// <inheritdoc />
    public Task<Outcome<ProfessionalSummary>> GetProfileAsync(Caller caller) =>
        Task.FromResult<Outcome<ProfessionalSummary>>(
            caller.PersonId == Id && State.Snapshot is { } profile ? profile.ToContract() : NotFoundHere
        );

    /// <inheritdoc />
    public async Task<Outcome<ImportedHoursList>> GetImportedHoursAsync(Caller caller, int? year)
    {
        if (!IsTheirs(caller))
        {
            return NotFoundHere;
        }

        var usedBy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var standing in await _standings.AskAsync(State.Declarations))
        {
            foreach (var record in standing.ImportedRecordIds)
            {
                usedBy[record] = standing.Summary.DeclarationId;
            }
        }

        return new ImportedHoursList([
            .. State
                .ImportedRecords.Values.Where(record => year is null || record.Year == year)
                .OrderBy(record => record.Year)
                .ThenBy(record => record.RecordId, StringComparer.Ordinal)
                .Select(record => new ImportedHoursView(
                    record.ToContract(),
                    usedBy.GetValueOrDefault(record.RecordId)
                )),
        ]);
    }

    /// <inheritdoc />
    public async Task<Outcome<DeclarationList>> GetDeclarationsAsync(Caller caller)
    {
        if (!IsTheirs(caller))
        {
            return NotFoundHere;
        }

        var standings = await _standings.AskAsync(State.Declarations);
        return new DeclarationList([
            .. standings
                .Select(standing => standing.Summary)
                .Where(summary => summary.Status != DeclarationStatus.Deleted)
                .OrderByDescending(summary => summary.CreatedAt)
                .ThenBy(summary => summary.DeclarationId, StringComparer.Ordinal),
        ]);
    }

    /// <inheritdoc />
    public async Task<Outcome<RecognisedHours>> GetRecognisedHoursAsync(Caller caller, int? fromYear, int? toYear)
    {
        if (!IsTheirs(caller))
        {
            return NotFoundHere;
        }

        var standings = ToDomain(await _standings.AskAsync(State.Declarations));
        return new RecognisedHours([
            .. Domain
                .Professionals.RecognisedHours.Over(standings, fromYear, toYear)
                .Select(year => new RecognisedYear(
                    year.Summary.ToContract(),
                    year.DeclarationId.Value,
                    year.RecognisedAt,
                    year.Agency.ToContract()!
                )),
        ]);
    }

    private bool IsTheirs(Caller caller)
    {
        _document.RequireCertainty();
        return caller.PersonId == Id && State.Profile is not null;
    }
}
