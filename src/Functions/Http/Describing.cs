namespace CeActors.Functions.Http;

/// <summary>Nouns that the OpenAPI document groups endpoints by.</summary>
internal static class Nouns
{
    public const string Declarations = "Declarations";
    public const string Evidence = "Evidence";
    public const string Professionals = "Professionals";
    public const string Statements = "Statements";
    public const string Review = "Review";
    public const string Registry = "Registry";
    public const string Directory = "Directory";
    public const string Service = "Service";
}

/// <summary>Endpoint metadata: it calls the cluster, so it answers 503 at once while there is none.</summary>
internal sealed record ClusterMetadata
{
    public static readonly ClusterMetadata Instance = new();
}

/// <summary>What each slice says of its endpoint.</summary>
internal static class Describing
{
    /// <summary>Names an operation for those signed in.</summary>
    public static RouteHandlerBuilder ForSignedIn(
        this RouteHandlerBuilder route,
        string operationId,
        string noun,
        string summary
    ) => route.Named(operationId, noun, summary).RequireAuthorization().WithMetadata(ClusterMetadata.Instance);

    /// <summary>Names an operation for anyone.</summary>
    public static RouteHandlerBuilder ForAnyone(
        this RouteHandlerBuilder route,
        string operationId,
        string noun,
        string summary
    ) => route.Named(operationId, noun, summary).AllowAnonymous().WithMetadata(ClusterMetadata.Instance);

    /// <summary>Names an operation for anyone that the front answers by itself, also while the cluster is away.</summary>
    public static RouteHandlerBuilder ForAnyoneWithoutCluster(
        this RouteHandlerBuilder route,
        string operationId,
        string noun,
        string summary
    ) => route.Named(operationId, noun, summary).AllowAnonymous();

    /// <summary>Says how the operation treats If-Match.</summary>
    public static RouteHandlerBuilder TakesVersion(this RouteHandlerBuilder route, VersionRule rule) =>
        route.WithMetadata(new VersionMetadata(rule));

    /// <summary>Allows a larger body than <see cref="RequestLimits.BodyBytesMax"/>.</summary>
    public static RouteHandlerBuilder TakesBodyOf(this RouteHandlerBuilder route, int bytesMax) =>
        route.WithMetadata(new BodyLimit(bytesMax));

    /// <summary>Names the query parameters; others are refused.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder route, params QueryParameter[] parameters) =>
        route.WithMetadata(new QueryMetadata(parameters)).AddEndpointFilter(new QueryFilter(parameters));

    private static RouteHandlerBuilder Named(
        this RouteHandlerBuilder route,
        string operationId,
        string noun,
        string summary
    ) => route.WithName(operationId).WithTags(noun).WithSummary(summary);
}
