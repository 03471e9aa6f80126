using CeActors.Contracts;
using CeActors.Contracts.Statements;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;

namespace CeActors.Functions.Statements;

internal static class GetStatementPdf
{
    public const string MediaType = "application/pdf";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/statements/{number}/pdf", HandleAsync)
            .ForSignedIn("getStatementPdf", Nouns.Statements, "Downloads the paper of a statement of one's own.")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaType)
            .TakesLong();

    private static async Task<IResult> HandleAsync(
        string number,
        SignedIn person,
        IClusterClient cluster,
        StatementRendering rendering,
        CancellationToken cancellationToken
    )
    {
        var read = await cluster.GetGrain<IStatement>(Addresses.Code(number)).GetAsync(person.Caller);
        if (read.Refusal is not null)
        {
            return new RefusedAnswer(read.Refusal);
        }

        if (read.Value!.IsRevoked)
        {
            return new RefusedAnswer(Revoked);
        }

        var paper = await rendering.PaperOfAsync(person.Caller, read.Value, cancellationToken);
        return paper.Refusal is not null ? new RefusedAnswer(paper.Refusal) : new PaperAnswer(paper.Value!);
    }

    // A paper that verifies as revoked helps nobody; the page of the statement says so.
    private static Refusal Revoked { get; } =
        new(
            RefusalKind.Conflict,
            "statement-revoked",
            "该认定单所依据的核认已被撤销，不能再下载；如有疑问请联系经办机构。",
            "A recognition that this statement rests on was revoked, so it can no longer be downloaded; ask the agency.",
            []
        );
}

/// <summary>A paper to be saved under a Chinese name (RFC 6266, RFC 8187).</summary>
internal sealed class PaperAnswer(PaperFile paper) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var name = Uri.EscapeDataString($"学时认定单-{paper.Number}.pdf");
        response.ContentType = GetStatementPdf.MediaType;
        response.ContentLength = paper.Pdf.Length;
        response.Headers.ContentDisposition =
            $"attachment; filename=\"statement-{paper.Number}.pdf\"; filename*=UTF-8''{name}";
        await response.Body.WriteAsync(paper.Pdf, httpContext.RequestAborted);
    }
}
