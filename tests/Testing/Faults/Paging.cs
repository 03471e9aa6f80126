using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CeActors.Testing.Faults;

/// <summary>
/// Short and empty pages, as the service may send at any time: it bounds a page by time and by partition servers, not
/// only by rows.
/// </summary>
/// <param name="RowsMax">Rows of a page, 1 to 1,000.</param>
/// <param name="EmptyShare">How many pages come empty with a continuation, 0 to below 1; never two in a row.</param>
public sealed record Paging(int RowsMax, double EmptyShare)
{
    private const string Top = "$top";
    private const string PartitionParameter = "NextPartitionKey";
    private const string RowParameter = "NextRowKey";

    // What an empty page tells the client to ask for: the same page again, and known to be asked for again.
    private const string AgainMark = "again!";

    /// <summary>The query string to forward, or the empty page to answer with.</summary>
    internal (string Query, StorageAnswer? Empty) Cut(string query, double chance)
    {
        var parameters = QueryHelpers.ParseQuery(query);
        var partition = (string?)parameters.GetValueOrDefault(PartitionParameter) ?? "";
        var row = (string?)parameters.GetValueOrDefault(RowParameter) ?? "";
        if (partition.StartsWith(AgainMark, StringComparison.Ordinal))
        {
            partition = partition[AgainMark.Length..];
        }
        else if (chance < EmptyShare)
        {
            return (query, StorageAnswer.EmptyPage(AgainMark + partition, row.Length == 0 ? AgainMark : row));
        }

        SetOrRemove(PartitionParameter, partition);
        SetOrRemove(RowParameter, row == AgainMark ? "" : row);
        var asked = int.TryParse(parameters.GetValueOrDefault(Top), CultureInfo.InvariantCulture, out var top)
            ? Math.Min(top, RowsMax)
            : RowsMax;
        parameters[Top] = asked.ToString(CultureInfo.InvariantCulture);
        return (new QueryBuilder(parameters).ToString(), null);

        void SetOrRemove(string name, string value)
        {
            parameters.Remove(name);
            if (value.Length > 0)
            {
                parameters[name] = new StringValues(value);
            }
        }
    }
}
