using System.Security.Cryptography;
using Shouldly;
using Xunit;

namespace CeActors.Files.Tests;

[Collection(FilesCollection.Name)]
public sealed class StatementStoreTests(FilesFixture files)
{
    private static readonly byte[] Pdf = SampleFiles.Pdf("statement");
    private static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Pdf));

    private readonly StatementStore _store = new(files.Account);

    [Fact]
    public async Task A_statement_is_put_once_and_read_back()
    {
        (await _store.GetAsync("HN-2026-1", Digest)).ShouldBeNull();
        (await _store.PutIfAbsentAsync("HN-2026-1", Digest, Pdf)).ShouldBeTrue();
        (await _store.PutIfAbsentAsync("HN-2026-1", Digest, Pdf)).ShouldBeFalse();
        (await _store.GetAsync("HN-2026-1", Digest)).ShouldBe(Pdf);
        (await _store.GetAsync("HN-2026-2", Digest)).ShouldBeNull();
    }

    [Fact]
    public async Task Many_puts_at_once_make_one_statement()
    {
        var puts = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => _store.PutIfAbsentAsync("HN-2026-3", Digest, Pdf))
        );
        puts.Count(put => put).ShouldBe(1);
    }

    [Fact]
    public async Task Bytes_under_another_digest_are_not_put() =>
        await Should.ThrowAsync<ArgumentException>(() =>
            _store.PutIfAbsentAsync("HN-2026-4", Digest, SampleFiles.Pdf("other"))
        );

    [Fact]
    public async Task A_statement_that_was_tampered_with_is_not_handed_out()
    {
        var blob = files.Account.Statements.GetBlobClient($"HN-2026-5/{Digest}.pdf");
        await blob.UploadAsync(BinaryData.FromBytes(SampleFiles.Pdf("forged")));
        await Should.ThrowAsync<InvalidDataException>(() => _store.GetAsync("HN-2026-5", Digest));
    }

    [Fact]
    public async Task A_number_that_could_leave_its_folder_is_an_error() =>
        await Should.ThrowAsync<ArgumentException>(() => _store.GetAsync("../evidence", Digest));
}
