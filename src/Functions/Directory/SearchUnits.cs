using CeActors.Contracts.Registry;
using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Directory;

internal static class SearchUnits
{
    private const int CodeCharactersMax = 64;
    private const int SkipMax = 100_000;
    private const int PageSizeMax = 200;
    private const int PageSizeDefault = 50;

    private static readonly QueryParameter<string?> Text = QueryParameter.Text(
        "text",
        RequestLimits.SearchCharactersMax,
        "Part of code, name or pinyin initials."
    );

    private static readonly QueryParameter<UnitKind?> Kind = QueryParameter.Word<UnitKind>("kind", "Only this kind.");

    private static readonly QueryParameter<string?> Parent = QueryParameter.Text(
        "parent",
        CodeCharactersMax,
        "Only direct children of this unit."
    );

    private static readonly QueryParameter<string?> Division = QueryParameter.Text(
        "division",
        CodeCharactersMax,
        "Only this division."
    );

    private static readonly QueryParameter<int?> Skip = QueryParameter.Integer(
        "skip",
        0,
        SkipMax,
        "Entries to leave out; 0 when absent."
    );

    private static readonly QueryParameter<int?> PageSize = QueryParameter.Integer(
        "pageSize",
        1,
        PageSizeMax,
        $"Entries of one page; {PageSizeDefault} when absent."
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/directory/units", HandleAsync)
            .ForSignedIn("searchUnits", Nouns.Directory, "Finds units by part of code, name or pinyin initials.")
            .TakesQuery(Text, Kind, Parent, Division, Skip, PageSize);

    private static async Task<Answer<DirectoryPage>> HandleAsync(
        HttpRequest request,
        SignedIn person,
        IClusterClient cluster
    )
    {
        var query = new DirectoryQuery(
            Text.Read(request),
            Kind.Read(request),
            Parent.Read(request),
            Division.Read(request),
            Skip.Read(request) ?? 0,
            PageSize.Read(request) ?? PageSizeDefault
        );
        return new(await cluster.GetGrain<IUnitDirectory>(0).SearchAsync(query));
    }
}
