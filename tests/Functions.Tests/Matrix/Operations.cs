using System.Text.Json.Nodes;
using CeActors.Testing;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>One operation, as the committed OpenAPI document says.</summary>
public sealed record Operation(string Id, HttpMethod Method, string Path, JsonObject Document)
{
    public bool NeedsSignIn => Document["security"] is JsonArray { Count: > 0 };

    public bool TakesBody => Document["requestBody"] is not null;

    public bool Changes => Parameters("header").Any(parameter => Name(parameter) == "Idempotency-Key");

    public bool RequiresVersion =>
        Parameters("header")
            .Any(parameter => Name(parameter) == "If-Match" && parameter["required"]?.GetValue<bool>() == true);

    public bool TakesVersion => Parameters("header").Any(parameter => Name(parameter) == "If-Match");

    public IEnumerable<JsonNode> Parameters(string place) =>
        (Document["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.GetValue<string>() == place)!;

    /// <summary>The address with well-formed identifiers of things that are not there.</summary>
    public string SamplePath =>
        Path.Replace("{id}", Samples.DeclarationId)
            .Replace("{itemId}", "abcdefgh")
            .Replace("{evidenceId}", "abcdefgh")
            .Replace("{unit}", "NO-SUCH-UNIT")
            .Replace("{code}", "NO-SUCH-UNIT")
            .Replace("{year}", "2024")
            .Replace("{number}", "HN2026-AAAA-BBBB-CCCC")
            .Replace("{batchId}", "b" + new string('a', 24))
            .Replace("{personId}", "p" + new string('a', 24))
            .Replace("{subject}", "somebody") + (Id == "verifyStatement" ? "?code=ABCDEFGHJK" : "");

    private static string Name(JsonNode parameter) => parameter["name"]!.GetValue<string>();
}

/// <summary>All operations of the committed document.</summary>
public static class Operations
{
    public static string File { get; } =
        System.IO.Path.Combine(RepositoryRoot.Path, "src", "Functions", "openapi.json");

    public static JsonNode Document { get; } = JsonNode.Parse(System.IO.File.ReadAllText(File))!;

    public static IReadOnlyList<Operation> All { get; } =
    [
        .. Document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Select(operation => new Operation(
                        operation.Value!["operationId"]!.GetValue<string>(),
                        new HttpMethod(operation.Key.ToUpperInvariant()),
                        path.Key,
                        operation.Value.AsObject()
                    ))
            ),
    ];

    public static Operation Of(string id) => All.Single(operation => operation.Id == id);
}

/// <summary>A good body of each operation that takes one; a new one without a line fails a test.</summary>
public static class Samples
{
    public const string DeclarationId = "000-aaaaaaaaaaaaaaaaaaaaaaaaaa";

    public static readonly IReadOnlyDictionary<string, string> Bodies = new Dictionary<string, string>
    {
        ["fileDeclaration"] =
            """{"head":{"phone":"1"},"items":[{"year":2024,"hours":"1"}],"confirmedImports":[{"year":2024,"recordIds":["a"]}],"submit":false}""",
        ["saveDeclarationHead"] = """{"phone":"13900000001","promisesTruth":true}""",
        ["addDeclarationItem"] = """{"year":2024,"subject":"general","hours":"1.5"}""",
        ["changeDeclarationItem"] = """{"year":2024,"subject":"general","hours":"1.5"}""",
        ["confirmImportedHours"] = """{"recordIds":["a"]}""",
        ["reserveEvidence"] = """{"year":2024,"fileName":"a.pdf","contentType":"application/pdf","sizeBytes":1000}""",
        ["importTrainingRecords"] =
            """{"records":[{"recordId":"r-1","year":2024,"subject":"general","courseName":"课","organiser":"院","hours":"12.5","completedOn":"2024-05-01"}]}""",
        ["issueStatement"] = """{"fromYear":2024,"toYear":2024}""",
        ["passDeclaration"] = """{"nextUnitCode":"AGENCY-1"}""",
        ["returnDeclaration"] = """{"reason":"材料不全","itemIds":["a"]}""",
        ["rerouteDeclaration"] = """{"nextUnitCode":"AGENCY-1","reason":"选错单位"}""",
        ["revokeRecognition"] = """{"reason":"抽查发现不实"}""",
        ["setMember"] = """{"name":"张三","roles":["reviewer"]}""",
        ["startBatch"] =
            """{"items":[{"declarationId":"000-aaaaaaaaaaaaaaaaaaaaaaaaaa","version":3}],"verdict":"pass"}""",
        ["registerUnit"] =
            """{"name":"某单位","kind":"employer","divisionCode":"430100","isPublicInstitution":true,"isActive":true,"agencyCode":"AGENCY-1"}""",
        ["registerProfessional"] = """{"name":"张三","residentId":"430102199001011234","employerCode":"EMPLOYER-1"}""",
        ["registerMember"] = """{"name":"张三","roles":["reviewer"]}""",
    };
}
