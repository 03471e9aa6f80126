using System.Diagnostics;
using System.Text.Json;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Queue;

/// <summary>What a page answered.</summary>
/// <param name="TotalCount">Items in the whole list.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
/// <param name="IsLoading">The list is still being read.</param>
public sealed record PageAnswer(int TotalCount, string? Next, bool IsLoading);

/// <summary>Asks for pages of the agency's list as a clerk's browser does: first pages, pages onward, other orders, filters.</summary>
public sealed class QueueReader(CeActorsSystem system, LoadUnit agency, string employerCode) : IDisposable
{
    private const int PagesOnwardMax = 20;

    private readonly HttpClient _http = new(new SocketsHttpHandler { ActivityHeadersPropagator = null })
    {
        BaseAddress = system.Address,
        Timeout = TimeSpan.FromSeconds(30),
    };

    private readonly (string Kind, string Query)[] _queries =
    [
        ("first page, longest waiting", "sort=heldSince&pageSize=50"),
        ("pages onward", "sort=heldSince&pageSize=50"),
        ("by name, descending", "sort=personName&descending=true&pageSize=50"),
        ("one employer", $"sort=heldSince&employer={employerCode}&pageSize=50"),
        ("targets not met", "sort=submittedAt&targetsMet=false&pageSize=50"),
        ("by part of a name", $"sort=heldSince&text={Uri.EscapeDataString("欧阳")}&pageSize=50"),
    ];

    /// <summary>Latencies by kind of page.</summary>
    public IReadOnlyDictionary<string, Latencies> Latencies { get; private set; } = new Dictionary<string, Latencies>();

    /// <summary>One page of the default order.</summary>
    public Task<PageAnswer> FirstPageAsync(CancellationToken cancellationToken) =>
        AskAsync(_queries[0].Query, null, cancellationToken);

    /// <summary>Pages by each query in turn, by some clerks at once, for a while.</summary>
    public async Task DriveAsync(int clerkCount, TimeSpan time, CancellationToken cancellationToken)
    {
        Latencies = _queries.ToDictionary(query => query.Kind, _ => new Latencies());
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, clerkCount)
                .Select(async clerk =>
                {
                    var cursor = (After: (string?)null, Pages: 0);
                    for (var turn = clerk; watch.Elapsed < time; turn++)
                    {
                        var index = turn % _queries.Length;
                        var isOnward = index == 1;
                        var start = Stopwatch.GetTimestamp();
                        var page = await AskAsync(
                            _queries[index].Query,
                            isOnward ? cursor.After : null,
                            cancellationToken
                        );
                        Latencies[_queries[index].Kind].Record(start);
                        if (isOnward)
                        {
                            cursor = cursor.Pages < PagesOnwardMax ? (page.Next, cursor.Pages + 1) : (null, 0);
                        }
                    }
                })
        );
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<PageAnswer> AskAsync(string query, string? after, CancellationToken cancellationToken)
    {
        var cursor = after is null ? "" : $"&after={Uri.EscapeDataString(after)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/units/{agency.Code}/queue?{query}{cursor}");
        system.Identify(request, agency.Reviewer);
        using var response = await _http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<PageAnswer>(body, JsonSerializerOptions.Web)!
            : throw new BenchmarkException(
                $"A page answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(body)}"
            );
    }
}
