namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>The state that these tests store: a text, and the index rows it names with their values.</summary>
public sealed class Note
{
    public string Text { get; set; } = "";

    public int Number { get; set; }

    public Dictionary<string, string> Rows { get; set; } = [];

    public IReadOnlyList<IndexRow> IndexRows() =>
        [.. Rows.Select(row => new IndexRow(row.Key, new Dictionary<string, object?> { ["Value"] = row.Value }))];

    public static Note With(params string[] rowKeys) => new() { Rows = rowKeys.ToDictionary(key => key, key => key) };
}
