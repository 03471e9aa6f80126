using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using CeActors.Testing;
using CeActors.Verification.Documents;
using Shouldly;
using Xunit;

namespace CeActors.Verification.Tests;

/// <summary>docs/storage-schema.md names everything that is written.</summary>
public sealed partial class SchemaDocumentTests(FilledAccount account) : IClassFixture<FilledAccount>
{
    private static readonly string Text = File.ReadAllText(
        Path.Combine(RepositoryRoot.Path, "docs", "storage-schema.md")
    );

    public static TheoryData<string> Kinds => [.. DocumentKinds.All.Select(kind => kind.GrainType)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_name_in_a_document_is_in_its_section(string grainType)
    {
        var section = SectionOf($"`{grainType}`");
        NamesOf(DocumentKinds.All.Single(kind => kind.GrainType == grainType).Type)
            .Where(name => !section.Contains($"`{name}`"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_column_of_every_table_is_named()
    {
        var words = Word().Matches(Text).Select(match => match.Value).ToHashSet();
        await foreach (var table in account.Tables.QueryAsync())
        {
            Text.ShouldContain(TableNames().Replace(table.Name, ""), customMessage: table.Name);
            await foreach (var row in account.Tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                row.Keys.Where(column => column is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
                    // D0 to D14 are written as a range.
                    .Select(column =>
                        column.Length > 1 && column[0] == 'D' && char.IsAsciiDigit(column[1]) ? "D0" : column
                    )
                    .Where(column => !words.Contains(column))
                    .ShouldBeEmpty($"{table.Name} {row.RowKey}");
            }
        }
    }

    private static string SectionOf(string mark) =>
        Text.Split("\n## ").Single(section => section.Split('\n')[0].Contains(mark, StringComparison.Ordinal));

    private static IReadOnlySet<string> NamesOf(Type document)
    {
        var names = new HashSet<string>();
        var seen = new HashSet<Type>();
        var left = new Queue<Type>([document]);
        while (left.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } name)
                {
                    names.Add(name.Name);
                    left.Enqueue(property.PropertyType.GetElementType() ?? property.PropertyType);
                }
            }
        }

        return names;
    }

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Word();

    // State000 is of the tables State{bucket}.
    [GeneratedRegex("([0-9]{3}|Layout)$")]
    private static partial Regex TableNames();
}
