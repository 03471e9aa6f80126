using System.Net;
using Shouldly;
using Xunit;

namespace CeActors.Files.Tests;

[Collection(FilesCollection.Name)]
public sealed class UploadTicketTests(FilesFixture files)
{
    private static readonly byte[] File = SampleFiles.Pdf();

    [Fact]
    public async Task A_ticket_puts_its_blob_and_names_the_headers_that_the_put_needs()
    {
        var ticket = await files.TicketAsync(files.Announce(File));

        ticket.Headers["x-ms-blob-type"].ShouldBe("BlockBlob");
        ticket.Headers["Content-Type"].ShouldBe(EvidenceType.Pdf);
        using var put = await files.PutAsync(ticket, File);
        put.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_ticket_cannot_read_list_or_delete()
    {
        var ticket = await files.TicketAsync(files.Announce(File));
        (await files.PutAsync(ticket, File)).Dispose();

        await ShouldBeForbiddenAsync(HttpMethod.Get, ticket.SasUri);
        await ShouldBeForbiddenAsync(HttpMethod.Head, ticket.SasUri);
        await ShouldBeForbiddenAsync(HttpMethod.Delete, ticket.SasUri);
        var container = new UriBuilder(ticket.SasUri) { Path = "/devstoreaccount1/incoming" };
        container.Query += "&restype=container&comp=list";
        await ShouldBeForbiddenAsync(HttpMethod.Get, container.Uri);
    }

    [Theory]
    [InlineData("incoming/p-1/d-00-1/somebody-elses")]
    [InlineData("incoming/p-2/d-00-1/e-1")]
    [InlineData("evidence/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("statements/HN-1/0000000000000000000000000000000000000000000000000000000000000000.pdf")]
    public async Task A_ticket_cannot_touch_another_blob(string other)
    {
        var ticket = await files.TicketAsync(files.Announce(File));
        var moved = new UriBuilder(ticket.SasUri) { Path = $"/devstoreaccount1/{other}" };

        using var put = await files.PutAsync(ticket with { SasUri = moved.Uri }, File);

        put.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_ticket_expires_after_its_lifetime()
    {
        var issuedAt = TimeProvider.System.GetUtcNow() - EvidenceLimits.UploadTicketLifetime - TimeSpan.FromSeconds(2);
        var store = new EvidenceStore(files.AccountAt(issuedAt));
        var answer = await store.BeginUploadAsync(files.Announce(File));
        var ticket = answer.ShouldBeOfType<UploadAnswer.Granted>().Ticket;

        ticket.ExpiresAt.ShouldBe(issuedAt + EvidenceLimits.UploadTicketLifetime);
        using var put = await files.PutAsync(ticket, File);
        put.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_ticket_whose_expiry_was_edited_is_void()
    {
        var ticket = await files.TicketAsync(files.Announce(File));
        var later = ticket.SasUri.Query.Replace(
            Uri.EscapeDataString(ticket.ExpiresAt.ToString("yyyy-MM-ddTHH:mm:ssZ")),
            Uri.EscapeDataString(ticket.ExpiresAt.AddDays(1).ToString("yyyy-MM-ddTHH:mm:ssZ"))
        );
        later.ShouldNotBe(ticket.SasUri.Query);

        using var put = await files.PutAsync(
            ticket with
            {
                SasUri = new UriBuilder(ticket.SasUri) { Query = later }.Uri,
            },
            File
        );

        put.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    public static TheoryData<long, string, string> Announcements() =>
        new()
        {
            { 0, EvidenceType.Pdf, "evidence-empty" },
            { -1, EvidenceType.Pdf, "evidence-empty" },
            { EvidenceLimits.SizeBytesMax + 1L, EvidenceType.Pdf, "evidence-too-large" },
            { long.MaxValue, EvidenceType.Jpeg, "evidence-too-large" },
            { 100, "text/html", "evidence-type-not-allowed" },
            { 100, "", "evidence-type-not-allowed" },
            { 100, "application/pdf; charset=utf-8", "evidence-type-not-allowed" },
        };

    [Theory]
    [MemberData(nameof(Announcements))]
    public async Task A_bad_announcement_is_refused_before_a_byte_is_sent(long size, string type, string code)
    {
        var upload = files.Announce(File) with { DeclaredSizeBytes = size, DeclaredContentType = type };
        var refused = (await files.Store.BeginUploadAsync(upload)).ShouldBeOfType<UploadAnswer.Refused>();
        refused.Refusal.Code.ShouldBe(code);
        refused.Refusal.Zh.ShouldNotBeEmpty();
        refused.Refusal.En.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(EvidenceLimits.SizeBytesMin)]
    [InlineData(EvidenceLimits.SizeBytesMax)]
    public async Task Sizes_at_the_limits_are_granted(int size)
    {
        var upload = files.Announce(File) with { DeclaredSizeBytes = size };
        (await files.Store.BeginUploadAsync(upload)).ShouldBeOfType<UploadAnswer.Granted>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a%2Fb")]
    [InlineData("张三")]
    [InlineData("a b")]
    public async Task An_id_that_could_leave_its_folder_is_an_error(string id)
    {
        var upload = files.Announce(File);
        await Should.ThrowAsync<ArgumentException>(() => files.Store.BeginUploadAsync(upload with { PersonId = id }));
        await Should.ThrowAsync<ArgumentException>(() => files.Store.CompleteAsync(upload with { DeclarationId = id }));
        await Should.ThrowAsync<ArgumentException>(() => files.Store.BeginUploadAsync(upload with { EvidenceId = id }));
    }

    [Fact]
    public async Task An_id_is_taken_up_to_the_longest()
    {
        var longest = new string('a', EvidenceLimits.IdLengthMax);
        var upload = files.Announce(File) with { PersonId = longest, DeclarationId = longest, EvidenceId = longest };
        (await files.Store.BeginUploadAsync(upload)).ShouldBeOfType<UploadAnswer.Granted>();
        await Should.ThrowAsync<ArgumentException>(() =>
            files.Store.BeginUploadAsync(upload with { EvidenceId = longest + "a" })
        );
    }

    private async Task ShouldBeForbiddenAsync(HttpMethod method, Uri uri)
    {
        using var request = new HttpRequestMessage(method, uri);
        using var response = await files.Browser.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {uri.AbsolutePath}");
    }
}
