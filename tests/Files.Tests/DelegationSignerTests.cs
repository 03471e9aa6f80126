using System.Net;
using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Files.Tests;

/// <summary>Against a stand-in for Azure's key endpoint: Azurite gives no delegation keys over http.</summary>
public sealed class DelegationSignerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly EvidenceUpload Upload = new("p-1", "d-1", "e-1", 100, EvidenceType.Pdf);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly KeyEndpoint _endpoint = new();
    private readonly EvidenceStore _store;

    public DelegationSignerTests()
    {
        var options = new EvidenceOptions { ServiceUri = new Uri("https://evidence.blob.core.windows.net") };
        var client = new BlobClientOptions { Transport = new HttpClientTransport(_endpoint) };
        _store = new EvidenceStore(EvidenceAccount.Open(options, new FixedToken(), _time, client));
    }

    [Fact]
    public async Task A_ticket_is_signed_for_https_by_delegation_for_one_blob_and_a_quarter_of_an_hour()
    {
        var ticket = await TicketAsync();

        ticket
            .SasUri.GetLeftPart(UriPartial.Path)
            .ShouldBe("https://evidence.blob.core.windows.net/incoming/p-1/d-1/e-1");
        var query = HttpUtility.ParseQueryString(ticket.SasUri.Query);
        query["sp"].ShouldBe("cw");
        query["sr"].ShouldBe("b");
        query["spr"].ShouldBe("https");
        query["skoid"].ShouldBe("11111111-1111-1111-1111-111111111111");
        query["se"].ShouldBe("2026-11-23T08:15:00Z");
    }

    [Fact]
    public async Task The_key_is_fetched_once_for_many_tickets_and_again_when_it_nears_its_end()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TicketAsync()));
        _endpoint.Fetches.ShouldBe(1);

        _time.Advance(
            EvidenceLimits.DelegationKeyLifetime - EvidenceLimits.DelegationKeyRenewBefore - TimeSpan.FromSeconds(1)
        );
        await TicketAsync();
        _endpoint.Fetches.ShouldBe(1);

        _time.Advance(TimeSpan.FromSeconds(1));
        await TicketAsync();
        _endpoint.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_fetch_is_an_exception_and_the_next_ticket_tries_again()
    {
        _endpoint.FailNext();
        await Should.ThrowAsync<Azure.RequestFailedException>(TicketAsync);
        (await TicketAsync()).ShouldNotBeNull();
    }

    [Fact]
    public void No_link_outlives_the_key_that_signed_it() =>
        EvidenceLimits.DelegationKeyRenewBefore.ShouldBeGreaterThan(
            EvidenceLimits.UploadTicketLifetime > EvidenceLimits.ReadLinkLifetimeMax
                ? EvidenceLimits.UploadTicketLifetime
                : EvidenceLimits.ReadLinkLifetimeMax
        );

    private async Task<UploadTicket> TicketAsync() =>
        (await _store.BeginUploadAsync(Upload)).ShouldBeOfType<UploadAnswer.Granted>().Ticket;

    private sealed class FixedToken : TokenCredential
    {
        private static readonly AccessToken Token = new("token", DateTimeOffset.MaxValue);

        public override AccessToken GetToken(TokenRequestContext context, CancellationToken token) => Token;

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken token) =>
            ValueTask.FromResult(Token);
    }

    private sealed class KeyEndpoint : HttpMessageHandler
    {
        private int _fetches;
        private bool _failNext;

        public int Fetches => _fetches;

        public void FailNext() => _failNext = true;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.RequestUri!.Query.ShouldContain("comp=userdelegationkey");
            var asked = System.Xml.Linq.XDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            if (_failNext)
            {
                _failNext = false;
                return new HttpResponseMessage(HttpStatusCode.Forbidden);
            }
            Interlocked.Increment(ref _fetches);
            var body = $"""
                <?xml version="1.0" encoding="utf-8"?>
                <UserDelegationKey>
                  <SignedOid>11111111-1111-1111-1111-111111111111</SignedOid>
                  <SignedTid>22222222-2222-2222-2222-222222222222</SignedTid>
                  <SignedStart>{asked.Root!.Element("Start")!.Value}</SignedStart>
                  <SignedExpiry>{asked.Root!.Element("Expiry")!.Value}</SignedExpiry>
                  <SignedService>b</SignedService>
                  <SignedVersion>2025-01-05</SignedVersion>
                  <Value>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</Value>
                </UserDelegationKey>
                """;
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(body, System.Text.Encoding.UTF8, "application/xml"),
            };
        }
    }
}
