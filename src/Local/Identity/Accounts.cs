using System.Collections.Concurrent;
using CeActors.Local.Http;
using CeActors.Local.Settings;

namespace CeActors.Local.Identity;

/// <summary>Clients of the API, one an account.</summary>
public sealed class Accounts : IDisposable
{
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(100);
    private readonly ConcurrentDictionary<string, Account> _accounts = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = RequestLimit,
    };
    private readonly CodeFlow _flow;
    private readonly Uri _front;
    private readonly TimeProvider _time;

    public Accounts(LocalOptions options, TimeProvider time)
    {
        _front = new Uri(options.Address(PortSetting.Front));
        _flow = new CodeFlow(new Uri(options.Address(PortSetting.Identity) + "/"), new Uri(_front, "/callback"));
        _time = time;
    }

    /// <summary>The API as this account sees it.</summary>
    public ApiClient Of(string subject) =>
        new(_http, _front, _accounts.GetOrAdd(subject, _ => new Account(_flow, subject, _time)), _time);

    /// <summary>The API as anyone sees it.</summary>
    public ApiClient Anyone => new(_http, _front, null, _time);

    /// <summary>For files: goes straight to the storage, without any account.</summary>
    public HttpClient Plain => _http;

    public void Dispose()
    {
        foreach (var account in _accounts.Values)
        {
            account.Dispose();
        }

        _http.Dispose();
    }
}
