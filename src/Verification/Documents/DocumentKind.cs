using CeActors.AzureStorage.Inspection;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Review;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Statements;
using CeActors.Grains.Storage;

namespace CeActors.Verification.Documents;

/// <summary>A kind of documents: which grain's, and where.</summary>
/// <param name="Provider">Storage provider.</param>
/// <param name="GrainType">Type of the grain.</param>
/// <param name="StateName">Name of its state.</param>
/// <param name="Type">Type of the document.</param>
internal sealed record DocumentKind(string Provider, string GrainType, string StateName, Type Type)
{
    /// <summary>The name of one.</summary>
    public DocumentName Of(string grainKey) => new(GrainType, StateName, grainKey);
}

/// <summary>All kinds. A grain with a state that is not here would be reported as unknown; a test holds the list complete.</summary>
internal static class DocumentKinds
{
    public static readonly DocumentKind Declaration = new(
        StorageNames.State,
        "declaration",
        "declaration",
        typeof(DeclarationDocument)
    );

    public static readonly DocumentKind Professional = new(
        StorageNames.State,
        "professional",
        "professional",
        typeof(ProfessionalDocument)
    );

    public static readonly DocumentKind Statement = new(
        StorageNames.State,
        "statement",
        "statement",
        typeof(StatementDocument)
    );

    public static readonly DocumentKind Batch = new(StorageNames.State, "batch", "batch", typeof(BatchReviewDocument));

    public static readonly DocumentKind Residents = new(
        StorageNames.State,
        "resident-register",
        "residents",
        typeof(ResidentRegisterDocument)
    );

    public static readonly DocumentKind Unit = new(
        StorageNames.Registry,
        "review-unit",
        "unit",
        typeof(ReviewUnitDocument)
    );

    public static readonly DocumentKind Tree = new(
        StorageNames.Registry,
        "unit-tree",
        "tree",
        typeof(UnitTreeDocument)
    );

    public static readonly IReadOnlyList<DocumentKind> All =
    [
        Declaration,
        Professional,
        Statement,
        Batch,
        Residents,
        Unit,
        Tree,
    ];

    /// <summary>The kind of a stored document of a provider; null when it is unknown.</summary>
    public static DocumentKind? Of(string provider, DocumentName name) =>
        All.FirstOrDefault(kind =>
            kind.Provider == provider && kind.GrainType == name.GrainType && kind.StateName == name.StateName
        );
}
