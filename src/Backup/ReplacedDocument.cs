using System.Text.Json.Nodes;
using CeActors.AzureStorage.Inspection;

namespace CeActors.Backup;

/// <summary>A document whose copy, with its rows, is replaced by what was read later: a line of the list of them.</summary>
internal static class ReplacedDocument
{
    private const char Separator = '|';

    public static string Write(string table, DocumentName name) =>
        new JsonObject
        {
            ["t"] = table,
            ["r"] = StoredAccount.KeyOf(name),
            ["d"] = name.GrainType == DocumentPeople.OfDeclaration("").GrainType ? name.GrainKey : null,
        }.ToJsonString();

    /// <summary>The keys of everything that is replaced: rows by table and key, and rows of a declaration by table and id.</summary>
    public static async Task<HashSet<(string Table, string Key)>> ReadAsync(
        string folder,
        CancellationToken cancellationToken
    )
    {
        var keys = new HashSet<(string, string)>();
        await foreach (var line in LineFile.ReadAsync(folder, BackupNames.Replaced, cancellationToken))
        {
            var json = JsonNode.Parse(line)!;
            var table = json["t"]!.GetValue<string>();
            keys.Add((table, json["r"]!.GetValue<string>()));
            if (json["d"]?.GetValue<string>() is { } declaration)
            {
                keys.Add((table, declaration));
            }
        }

        return keys;
    }

    /// <summary>Whether a copied row was replaced.</summary>
    public static bool Has(this HashSet<(string Table, string Key)> replaced, string table, string rowKey) =>
        replaced.Contains((table, rowKey))
        || (rowKey.Split(Separator) is ["w" or "p", _, var declaration] && replaced.Contains((table, declaration)));
}
