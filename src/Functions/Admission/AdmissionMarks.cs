namespace CeActors.Functions.Admission;

/// <summary>Endpoint metadata: it saves what somebody has typed, so a place is kept for it when the service is full.</summary>
internal sealed record TypedWorkMetadata
{
    public static readonly TypedWorkMetadata Instance = new();
}

/// <summary>Endpoint metadata: programs send rows to it, so a caller's rate is <see cref="AdmissionOptions.BulkFactor"/> times higher.</summary>
internal sealed record BulkMetadata
{
    public static readonly BulkMetadata Instance = new();
}

/// <summary>Endpoint metadata: each made-up address of it wakes something, so it is counted by the caller's network address.</summary>
internal sealed record VerificationMetadata
{
    public static readonly VerificationMetadata Instance = new();
}

/// <summary>Endpoint metadata: it works long on one request (files, papers), which says nothing of how busy the cluster is.</summary>
internal sealed record LongWorkMetadata
{
    public static readonly LongWorkMetadata Instance = new();
}

/// <summary>What slices say of their endpoints for the admission; most say nothing.</summary>
internal static class AdmissionMarks
{
    /// <summary>It saves what somebody has typed.</summary>
    public static RouteHandlerBuilder SavesTypedWork(this RouteHandlerBuilder route) =>
        route.WithMetadata(TypedWorkMetadata.Instance);

    /// <summary>Programs send rows to it.</summary>
    public static RouteHandlerBuilder TakesRowsOfPrograms(this RouteHandlerBuilder route) =>
        route.WithMetadata(BulkMetadata.Instance);

    /// <summary>One request takes long, however little there is to do otherwise.</summary>
    public static RouteHandlerBuilder TakesLong(this RouteHandlerBuilder route) =>
        route.WithMetadata(LongWorkMetadata.Instance);

    /// <summary>Counted by network address, signed in or not.</summary>
    public static RouteHandlerBuilder CountsByAddress(this RouteHandlerBuilder route) =>
        route.WithMetadata(VerificationMetadata.Instance);
}
