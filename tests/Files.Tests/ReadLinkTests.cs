using System.Net;
using Shouldly;
using Xunit;

namespace CeActors.Files.Tests;

[Collection(FilesCollection.Name)]
public sealed class ReadLinkTests(FilesFixture files)
{
    private static readonly byte[] File = SampleFiles.Pdf("to be read");

    [Fact]
    public async Task A_link_reads_the_file_under_its_type_and_name_and_forbids_caches_to_keep_it()
    {
        var uri = await LinkAsync("合格证书 2024.pdf");

        using var response = await files.Browser.GetAsync(uri);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(File);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(EvidenceType.Pdf);
        var disposition = response.Content.Headers.ContentDisposition.ShouldNotBeNull();
        disposition.DispositionType.ShouldBe("attachment");
        disposition.FileNameStar.ShouldBe("合格证书 2024.pdf");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_cannot_write_delete_or_read_another_file()
    {
        var uri = await LinkAsync("a.pdf");
        using var put = await files.PutAsync(
            new UploadTicket(uri, default, new Dictionary<string, string> { ["x-ms-blob-type"] = "BlockBlob" }),
            File
        );
        put.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var delete = await files.Browser.DeleteAsync(uri);
        delete.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var other = new UriBuilder(uri) { Path = $"/devstoreaccount1/evidence/{new string('0', 64)}" };
        using var get = await files.Browser.GetAsync(other.Uri);
        get.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_link_ends_with_its_lifetime()
    {
        var digest = await DigestAsync();
        var lifetime = TimeSpan.FromMinutes(1);
        var past = TimeProvider.System.GetUtcNow() - lifetime - TimeSpan.FromSeconds(2);
        var store = new EvidenceStore(files.AccountAt(past));

        var uri = await store.OpenReadUriAsync(digest, "a.pdf", EvidenceType.Pdf, lifetime);

        using var get = await files.Browser.GetAsync(uri);
        get.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_link_has_a_bounded_lifetime_a_known_type_and_a_digest()
    {
        var digest = await DigestAsync();
        var longest = EvidenceLimits.ReadLinkLifetimeMax;
        (await files.Store.OpenReadUriAsync(digest, "a", EvidenceType.Pdf, longest)).ShouldNotBeNull();
        await ShouldThrowAsync(digest, EvidenceType.Pdf, longest + TimeSpan.FromTicks(1));
        await ShouldThrowAsync(digest, EvidenceType.Pdf, TimeSpan.Zero);
        await ShouldThrowAsync(digest, "text/html", longest);
        await ShouldThrowAsync("../statements/1", EvidenceType.Pdf, longest);
        await ShouldThrowAsync(digest.ToUpperInvariant(), EvidenceType.Pdf, longest);
    }

    [Fact]
    public async Task There_is_no_stream_of_a_digest_that_is_not_kept() =>
        (await files.Store.OpenReadAsync(new string('0', 64))).ShouldBeNull();

    [Theory]
    [InlineData("证书.pdf", "证书.pdf")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("a\"; filename=\"x.html", "a_; filename=_x.html")]
    [InlineData("a\r\nSet-Cookie: x", "a__Set-Cookie_ x")]
    [InlineData("", "evidence")]
    [InlineData("...", "evidence")]
    [InlineData(".pdf", "evidence.pdf")]
    public void A_file_name_is_cleaned_before_it_enters_a_header(string fileName, string expected)
    {
        var header = DownloadName.Header(fileName, inline: true);
        header.ShouldStartWith("inline; ");
        header.ShouldAllBe(character => character >= ' ' && character <= '~');
        var encoded = header[(header.IndexOf("''", StringComparison.Ordinal) + 2)..];
        Uri.UnescapeDataString(encoded).ShouldBe(expected);
    }

    [Fact]
    public void A_long_file_name_is_cut_before_its_extension_and_never_inside_a_character()
    {
        var header = DownloadName.Header(string.Concat(Enumerable.Repeat("𠮷", 200)) + ".pdf", inline: false);
        var name = Uri.UnescapeDataString(header[(header.IndexOf("''", StringComparison.Ordinal) + 2)..]);
        name.Length.ShouldBeInRange(EvidenceLimits.FileNameLengthMax - 1, EvidenceLimits.FileNameLengthMax);
        name.ShouldEndWith("𠮷.pdf");
    }

    private async Task<string> DigestAsync() =>
        (await files.AttachAsync(File)).ShouldBeOfType<EvidenceOutcome.Bound>().Digest;

    private async Task<Uri> LinkAsync(string name) =>
        await files.Store.OpenReadUriAsync(await DigestAsync(), name, EvidenceType.Pdf, TimeSpan.FromMinutes(5));

    private Task ShouldThrowAsync(string digest, string type, TimeSpan lifetime) =>
        Should.ThrowAsync<ArgumentException>(() => files.Store.OpenReadUriAsync(digest, "a", type, lifetime));
}
