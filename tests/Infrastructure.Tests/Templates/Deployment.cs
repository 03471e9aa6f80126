using System.Text.Json.Nodes;

namespace CeActors.Infrastructure.Tests.Templates;

/// <summary>What a file of parameters deploys, as the compiler predicts it without a subscription.</summary>
internal sealed class Deployment
{
    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["REGISTRY_NAME"] = "registry",
        ["SILO_IMAGE"] = "registry.example.org/ceactors/silo@sha256:" + new string('1', 64),
        ["FRONT_IMAGE"] = "registry.example.org/ceactors/front@sha256:" + new string('2', 64),
        ["CERTIFICATE_NAME"] = "front",
        ["ALERT_ADDRESSES"] = "one@example.org,two@example.org",
        ["ADMINISTRATOR_SUBJECTS"] = "one,two",
    };

    private Deployment(JsonNode snapshot) =>
        Resources = [.. snapshot["predictedResources"]!.AsArray().Select(each => each!)];

    /// <summary>Every resource; what only the platform knows are expressions in brackets.</summary>
    public IReadOnlyList<JsonNode> Resources { get; }

    /// <summary>Silos in the order of their names.</summary>
    public IReadOnlyList<JsonNode> Silos =>
        [.. Of("Microsoft.App/containerApps").Where(app => app["tags"]!["ceactors-silo-set"] is not null)];

    /// <summary>The Functions app.</summary>
    public JsonNode Front => Of("Microsoft.App/containerApps").Single(app => (string?)app["kind"] == "functionapp");

    /// <summary>Predicts it.</summary>
    /// <param name="parameters">File of parameters.</param>
    /// <param name="siloSet">Which set of silos is brought.</param>
    /// <param name="said">What was said by <c>azd env set</c> besides.</param>
    public static async Task<Deployment> PredictAsync(
        string parameters,
        string siloSet = "a",
        params KeyValuePair<string, string?>[] said
    )
    {
        using var folder = Bicep.Copy();
        var result = await Bicep.RunAsync(
            folder["bicep"],
            [
                "snapshot",
                parameters,
                "--mode",
                "overwrite",
                "--subscription-id",
                Guid.Empty.ToString(),
                "--tenant-id",
                Guid.Empty.ToString(),
                "--resource-group",
                "ceactors",
                "--location",
                "westus3",
            ],
            [.. Environment, new("SILO_SET", siloSet), .. said]
        );
        result.ExitCode.ShouldBe(0, result.Errors);
        var file = folder[Path.Combine("bicep", Path.ChangeExtension(parameters, ".snapshot.json"))];
        return new Deployment(JsonNode.Parse(await File.ReadAllTextAsync(file))!);
    }

    /// <summary>All of a type.</summary>
    public IReadOnlyList<JsonNode> Of(string type) => [.. Resources.Where(each => (string?)each["type"] == type)];

    /// <summary>Environment variables of an app's one container: the value, or which secret it is.</summary>
    public static IReadOnlyDictionary<string, string> VariablesOf(JsonNode app) =>
        app["properties"]!["template"]!["containers"]!.AsArray().Single()!["env"]!
            .AsArray()
            .ToDictionary(
                each => (string)each!["name"]!,
                each => (string?)each!["value"] ?? $"secret {each["secretRef"]}"
            );
}

/// <summary>Each file of parameters is predicted once for all tests.</summary>
internal static class Deployments
{
    private static readonly Lazy<Task<Deployment>> PilotOnce = new(() => Deployment.PredictAsync("pilot.bicepparam"));
    private static readonly Lazy<Task<Deployment>> ProvinceOnce = new(() =>
        Deployment.PredictAsync("province.bicepparam")
    );

    public static Task<Deployment> Pilot => PilotOnce.Value;

    public static Task<Deployment> Province => ProvinceOnce.Value;

    public static Task<Deployment[]> All => Task.WhenAll(Pilot, Province);
}
