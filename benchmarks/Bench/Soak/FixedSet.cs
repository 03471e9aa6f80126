using System.Net;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Soak;

/// <summary>Files the declarations of the fixed set, one for each registered person.</summary>
public static class FixedSet
{
    private const int SayEvery = 2_000;

    /// <summary>Files them; the first <paramref name="draftCount"/> stay drafts.</summary>
    /// <exception cref="BenchmarkException">A filing was refused.</exception>
    public static async Task<SoakDeclaration[]> FileAsync(
        CeActorsSystem system,
        Province province,
        int draftCount,
        int clientCount,
        CancellationToken cancellationToken
    )
    {
        using var http = new HttpClient { BaseAddress = system.Address };
        var filed = new SoakDeclaration[system.People.Count];
        var done = 0;
        await Parallel.ForAsync(
            0,
            filed.Length,
            new ParallelOptions { MaxDegreeOfParallelism = clientCount, CancellationToken = cancellationToken },
            async (index, stop) =>
            {
                var person = system.People[index];
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/declarations")
                {
                    Content = index < draftCount ? FilingBody.Draft() : FilingBody.Content(),
                };
                request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString("N"));
                system.Identify(request, person);
                using var response = await http.SendAsync(request, stop);
                if (response.StatusCode != HttpStatusCode.Created)
                {
                    throw new BenchmarkException($"A filing answered {(int)response.StatusCode}.");
                }

                var location = response.Headers.Location!.ToString();
                var id = location[(location.LastIndexOf('/') + 1)..];
                filed[index] = new SoakDeclaration(id, person, province.ChainOf(index).Employer);
                if (Interlocked.Increment(ref done) % SayEvery == 0)
                {
                    Progress.Say($"filing: {Volatile.Read(ref done)} of {filed.Length}");
                }
            }
        );
        return filed;
    }
}
