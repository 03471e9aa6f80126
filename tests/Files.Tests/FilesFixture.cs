using System.Net.Http.Headers;
using CeActors.Testing;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Files.Tests;

[CollectionDefinition(Name)]
public sealed class FilesCollection : ICollectionFixture<FilesFixture>
{
    public const string Name = "Files on Azurite";
}

/// <summary>One Azurite with the containers and a browser's view of it.</summary>
public sealed class FilesFixture : IAsyncLifetime
{
    public const string Origin = "http://127.0.0.1:7071";

    private AzuriteProcess? _azurite;
    private int _lastId;

    public HttpClient Browser { get; } = new();

    public EvidenceOptions Options =>
        new() { ConnectionString = _azurite!.ConnectionString, BrowserOrigins = [Origin, "http://localhost:5173"] };

    public EvidenceAccount Account { get; private set; } = null!;

    public EvidenceStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        Account = EvidenceAccount.Open(Options, credential: null, TimeProvider.System);
        Store = new EvidenceStore(Account);
        await Account.EnsureAsync();
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await _azurite!.DisposeAsync();
    }

    /// <summary>The same account by another clock.</summary>
    public EvidenceAccount AccountAt(DateTimeOffset now) =>
        EvidenceAccount.Open(Options, credential: null, new FakeTimeProvider(now));

    /// <summary>A new upload of a file of these bytes.</summary>
    public EvidenceUpload Announce(byte[] file, string contentType = EvidenceType.Pdf) =>
        new("p-1", "d-00-1", $"e-{Interlocked.Increment(ref _lastId)}", file.Length, contentType);

    public async Task<UploadTicket> TicketAsync(EvidenceUpload upload)
    {
        var answer = await Store.BeginUploadAsync(upload);
        return answer.ShouldBeOfType<UploadAnswer.Granted>().Ticket;
    }

    /// <summary>Puts bytes as a browser does: with nothing but the ticket.</summary>
    public async Task<HttpResponseMessage> PutAsync(UploadTicket ticket, byte[] file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, ticket.SasUri)
        {
            Content = new ByteArrayContent(file),
        };
        foreach (var (name, value) in ticket.Headers)
        {
            if (name == "Content-Type")
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.Add(name, value);
            }
        }
        return await Browser.SendAsync(request);
    }

    /// <summary>Announces, uploads and completes.</summary>
    public async Task<EvidenceOutcome> AttachAsync(byte[] file, string contentType = EvidenceType.Pdf)
    {
        var upload = Announce(file, contentType);
        using var put = await PutAsync(await TicketAsync(upload), file);
        put.EnsureSuccessStatusCode();
        return await Store.CompleteAsync(upload);
    }
}
