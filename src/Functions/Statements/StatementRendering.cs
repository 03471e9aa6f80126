using System.Diagnostics;
using CeActors.Contracts;
using CeActors.Contracts.Statements;
using CeActors.Files;
using CeActors.Functions.Hosting;
using CeActors.Functions.Telemetry;
using CeActors.Statements;

namespace CeActors.Functions.Statements;

/// <summary>
/// Makes the paper of a statement once and keeps it. The paper is stored before its digest is recorded, so that a recorded
/// digest always finds its paper; a crash between the two is mended by the next download.
/// </summary>
internal sealed class StatementRendering(
    StatementRenderer renderer,
    StatementStore store,
    IClusterClient cluster,
    FrontSettings front
)
{
    /// <summary>Papers made at the same time; each takes a core for some tens of milliseconds.</summary>
    public const int AtOnceMax = 2;

    /// <summary>Requests that may wait for one of <see cref="AtOnceMax"/>; further ones are told to come back.</summary>
    public const int WaitingMax = 64;

    private const int ChinaHoursFromUtc = 8;

    private readonly Turns _turns = new(AtOnceMax, WaitingMax);

    /// <summary>The paper of a statement.</summary>
    public async Task<Outcome<PaperFile>> PaperOfAsync(
        Caller caller,
        StatementView view,
        CancellationToken cancellationToken
    )
    {
        var number = view.Content.Number;
        if (view.RenderingDigest is { } digest && await store.GetAsync(number, digest, cancellationToken) is { } kept)
        {
            return new PaperFile(number, kept);
        }

        var rendered = await RenderAsync(view.Content, cancellationToken);
        if (rendered.Refusal is not null)
        {
            return rendered.Refusal;
        }

        var paper = rendered.Value!;
        await store.PutIfAbsentAsync(number, paper.Sha256Hex, paper.Pdf, cancellationToken);
        var recorded = await cluster.GetGrain<IStatement>(number).RecordRenderingAsync(caller, paper.Sha256Hex);
        return recorded.Refusal is null
            ? new PaperFile(number, paper.Pdf)
            : await RecordedAsync(caller, number, recorded.Refusal, cancellationToken);
    }

    // Another download recorded another paper in the meantime (a newer renderer beside an older one): that one counts.
    private async Task<Outcome<PaperFile>> RecordedAsync(
        Caller caller,
        string number,
        Refusal refusal,
        CancellationToken cancellationToken
    )
    {
        var again = await cluster.GetGrain<IStatement>(number).GetAsync(caller);
        return
            again.Value?.RenderingDigest is { } digest
            && await store.GetAsync(number, digest, cancellationToken) is { } kept
            ? new PaperFile(number, kept)
            : again.Refusal ?? refusal;
    }

    private async Task<Outcome<RenderedStatement>> RenderAsync(
        StatementContent content,
        CancellationToken cancellationToken
    )
    {
        using var turn = await _turns.TakeAsync(cancellationToken);
        if (turn is null)
        {
            FrontTelemetry.CountRenderingBusy();
            return Busy;
        }

        try
        {
            var began = Stopwatch.GetTimestamp();
            var rendered = renderer.Render(DocumentOf(content));
            FrontTelemetry.CountRendering(Stopwatch.GetElapsedTime(began));
            return rendered;
        }
        catch (MissingGlyphException missing)
        {
            return Unprintable(missing.Characters);
        }
    }

    private StatementDocument DocumentOf(StatementContent content) =>
        new()
        {
            Number = content.Number,
            HolderName = content.HolderName,
            MaskedResidentId = content.MaskedResidentId,
            UnitName = content.Employer.Name,
            Title = content.Title ?? "",
            SubjectYears =
            [
                .. content.Years.Select(year => new StatementYear(
                    year.Summary.Year,
                    year.Summary.GeneralQuarterHours,
                    year.Summary.ProfessionalQuarterHours,
                    year.Summary.TargetMet
                )),
            ],
            IssuingAgencyName = content.Agency.Name,
            IssuedOn = DateOnly.FromDateTime(content.IssuedAt.ToOffset(TimeSpan.FromHours(ChinaHoursFromUtc)).DateTime),
            FromYear = content.FromYear,
            ToYear = content.ToYear,
            VerificationUrl = front.VerificationUrlOf(content.Number, content.Code),
            RuleSetNote = $"核认规则版本：{content.RuleSetVersion}",
        };

    private static Refusal Busy { get; } =
        new(
            RefusalKind.TooMany,
            "rendering-busy",
            "正在生成的认定单较多，请稍后再下载。",
            "Many statements are being made at the moment; download this one a little later.",
            []
        );

    private static Refusal Unprintable(IReadOnlyList<string> characters) =>
        new(
            RefusalKind.Invalid,
            "characters-not-printable",
            $"姓名、单位或职称中有字库没有的字（{string.Join("、", characters)}），请联系经办机构更正登记信息后重新开具。",
            $"Name, employer or title hold characters that the fonts lack ({string.Join(", ", characters)}); ask the agency to correct the registration and issue a new statement.",
            []
        );
}

/// <summary>A finished paper.</summary>
internal sealed record PaperFile(string Number, byte[] Pdf);
