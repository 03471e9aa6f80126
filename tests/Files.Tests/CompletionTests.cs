using System.Security.Cryptography;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Shouldly;
using Xunit;

namespace CeActors.Files.Tests;

[Collection(FilesCollection.Name)]
public sealed class CompletionTests(FilesFixture files)
{
    [Fact]
    public async Task A_good_file_is_bound_by_the_digest_of_its_bytes_and_can_be_read_again()
    {
        foreach (
            var (type, file) in new[]
            {
                (EvidenceType.Pdf, SampleFiles.Pdf()),
                (EvidenceType.Jpeg, SampleFiles.Jpeg()),
                (EvidenceType.Png, SampleFiles.Png()),
            }
        )
        {
            var outcome = await files.AttachAsync(file, type);

            var digest = Convert.ToHexStringLower(SHA256.HashData(file));
            outcome.ShouldBe(new EvidenceOutcome.Bound(digest, file.Length, type));
            (await ReadAsync(digest)).ShouldBe(file);
        }
    }

    [Fact]
    public async Task A_file_of_the_largest_size_is_bound()
    {
        var file = SampleFiles.PdfOfSize(EvidenceLimits.SizeBytesMax);
        var bound = (await files.AttachAsync(file)).ShouldBeOfType<EvidenceOutcome.Bound>();
        bound.SizeBytes.ShouldBe(EvidenceLimits.SizeBytesMax);
        (await ReadAsync(bound.Digest)).AsSpan().SequenceEqual(file).ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_uploaded_is_refused()
    {
        var outcome = await files.Store.CompleteAsync(files.Announce(SampleFiles.Pdf()));
        outcome.ShouldBe(new EvidenceOutcome.Refused(EvidenceRefusal.NotUploaded));
    }

    public static TheoryData<string, byte[], long, string> Bad() =>
        new()
        {
            { "evidence-empty", [], 10, EvidenceType.Pdf },
            { "evidence-size-differs", SampleFiles.Pdf("of another size"), 10, EvidenceType.Pdf },
            { "evidence-type-not-allowed", "<html></html>"u8.ToArray(), 13, EvidenceType.Pdf },
            { "evidence-type-differs", [.. SampleFiles.Png(), 7], SampleFiles.Png().Length + 1, EvidenceType.Pdf },
            { "evidence-damaged", "%PDF-1.4 cut"u8.ToArray(), 12, EvidenceType.Pdf },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_upload_is_refused_and_leaves_no_evidence(string code, byte[] file, long size, string type)
    {
        var upload = files.Announce(file, type) with { DeclaredSizeBytes = size };
        using var put = await files.PutAsync(await files.TicketAsync(upload), file);
        put.EnsureSuccessStatusCode();

        var outcome = await files.Store.CompleteAsync(upload);

        outcome.ShouldBeOfType<EvidenceOutcome.Refused>().Refusal.Code.ShouldBe(code);
        (await files.Store.OpenReadAsync(Convert.ToHexStringLower(SHA256.HashData(file)))).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_larger_than_announced_and_allowed_is_refused()
    {
        var upload = files.Announce([]) with { DeclaredSizeBytes = EvidenceLimits.SizeBytesMax };
        var file = SampleFiles.PdfOfSize(EvidenceLimits.SizeBytesMax + 1);
        (await files.PutAsync(await files.TicketAsync(upload), file)).EnsureSuccessStatusCode();

        var outcome = await files.Store.CompleteAsync(upload);

        outcome.ShouldBe(new EvidenceOutcome.Refused(EvidenceRefusal.TooLarge));
    }

    [Fact]
    public async Task A_file_replaced_after_it_was_bound_leaves_the_evidence_as_it_was()
    {
        var file = SampleFiles.Pdf("genuine");
        var upload = files.Announce(file);
        var ticket = await files.TicketAsync(upload);
        (await files.PutAsync(ticket, file)).EnsureSuccessStatusCode();
        var bound = (await files.Store.CompleteAsync(upload)).ShouldBeOfType<EvidenceOutcome.Bound>();

        (await files.PutAsync(ticket, SampleFiles.Pdf("forgery"))).EnsureSuccessStatusCode();

        (await ReadAsync(bound.Digest)).ShouldBe(file);
    }

    [Fact]
    public async Task A_file_replaced_between_the_look_and_the_read_is_refused()
    {
        var (genuine, forgery) = (SampleFiles.Pdf("genuine2"), SampleFiles.Pdf("forgery2"));
        var upload = files.Announce(genuine);
        var ticket = await files.TicketAsync(upload);
        (await files.PutAsync(ticket, genuine)).EnsureSuccessStatusCode();
        var transport = new BeforeFirstGet(async () =>
            (await files.PutAsync(ticket, forgery)).EnsureSuccessStatusCode()
        );
        var store = StoreThrough(transport);

        var outcome = await store.CompleteAsync(upload);

        outcome.ShouldBe(new EvidenceOutcome.Refused(EvidenceRefusal.Changed));
        (await files.Store.OpenReadAsync(DigestOf(genuine))).ShouldBeNull();
        (await files.Store.OpenReadAsync(DigestOf(forgery))).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_completion_repeated_answers_the_same()
    {
        var file = SampleFiles.Pdf("twice");
        var upload = files.Announce(file);
        (await files.PutAsync(await files.TicketAsync(upload), file)).EnsureSuccessStatusCode();

        var first = await files.Store.CompleteAsync(upload);
        var second = await files.Store.CompleteAsync(upload);

        first.ShouldBeOfType<EvidenceOutcome.Bound>();
        second.ShouldBe(first);
    }

    [Fact]
    public async Task The_same_file_from_many_uploads_at_once_is_one_blob()
    {
        var file = SampleFiles.Pdf("shared");
        var uploads = EvidenceLimits.CompletionsAtOnceMax * 3;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, uploads).Select(_ => files.AttachAsync(file)));

        outcomes.Distinct().ShouldHaveSingleItem().ShouldBeOfType<EvidenceOutcome.Bound>();
        (await ReadAsync(DigestOf(file))).ShouldBe(file);
    }

    [Fact]
    public async Task Many_different_files_at_once_keep_their_own_bytes()
    {
        var contents = Enumerable.Range(0, 24).Select(n => SampleFiles.PdfOfSize(40_000 + 1000 * n)).ToArray();

        var outcomes = await Task.WhenAll(contents.Select(file => files.AttachAsync(file)));

        for (var index = 0; index < contents.Length; index++)
        {
            var bound = outcomes[index].ShouldBeOfType<EvidenceOutcome.Bound>();
            bound.Digest.ShouldBe(DigestOf(contents[index]));
            (await ReadAsync(bound.Digest)).AsSpan().SequenceEqual(contents[index]).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task No_more_files_than_the_limit_are_read_at_the_same_time()
    {
        var transport = new CountingGets();
        var store = StoreThrough(transport);
        var uploads = new List<EvidenceUpload>();
        for (var index = 0; index < EvidenceLimits.CompletionsAtOnceMax * 3; index++)
        {
            var file = SampleFiles.Pdf($"bounded {index}");
            var upload = files.Announce(file);
            (await files.PutAsync(await files.TicketAsync(upload), file)).EnsureSuccessStatusCode();
            uploads.Add(upload);
        }

        await Task.WhenAll(uploads.Select(upload => store.CompleteAsync(upload)));

        transport.AtOnceMost.ShouldBeInRange(1, EvidenceLimits.CompletionsAtOnceMax);
    }

    [Fact]
    public async Task A_storage_failure_is_an_exception_and_the_retry_binds()
    {
        var file = SampleFiles.Pdf("failure");
        var upload = files.Announce(file);
        (await files.PutAsync(await files.TicketAsync(upload), file)).EnsureSuccessStatusCode();
        var broken = StoreThrough(new BeforeFirstGet(() => throw new HttpRequestException("the line is cut")));

        await Should.ThrowAsync<Exception>(() => broken.CompleteAsync(upload));

        (await files.Store.CompleteAsync(upload)).ShouldBeOfType<EvidenceOutcome.Bound>();
    }

    private EvidenceStore StoreThrough(HttpMessageHandler handler)
    {
        var options = new BlobClientOptions { Transport = new HttpClientTransport(handler) };
        options.Retry.MaxRetries = 0;
        return new EvidenceStore(EvidenceAccount.Open(files.Options, null, TimeProvider.System, options));
    }

    private async Task<byte[]> ReadAsync(string digest)
    {
        await using var stream = (await files.Store.OpenReadAsync(digest)).ShouldNotBeNull();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static string DigestOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>Does something between the look at a blob's properties and the read of its bytes.</summary>
    private sealed class BeforeFirstGet(Func<Task> action) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _gets;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Method == HttpMethod.Get && Interlocked.Increment(ref _gets) == 1)
            {
                await action();
            }
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class CountingGets() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly Lock _lock = new();
        private int _now;

        public int AtOnceMost { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            lock (_lock)
            {
                AtOnceMost = Math.Max(AtOnceMost, ++_now);
            }
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                lock (_lock)
                {
                    _now--;
                }
            }
        }
    }
}
