using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Claims;
using System.Text;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CeActors.Functions.Tests.Admission;

/// <summary>The two gates of the admission with whatever stands behind them, without a server.</summary>
internal sealed class Gates : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Rates _rates;
    private readonly Entrance _entrance;
    private readonly CallerGate _callers;

    public Gates(AdmissionOptions options, RequestDelegate behind)
    {
        Limit = new AdaptiveLimit(options, TimeProvider.System);
        _rates = new Rates(options);
        var instruments = new AdmissionInstruments(_services.GetRequiredService<IMeterFactory>(), Limit);
        _callers = new CallerGate(behind, options, Limit, _rates, instruments);
        _entrance = new Entrance(_callers.InvokeAsync, Limit, instruments, TimeProvider.System);
    }

    public AdaptiveLimit Limit { get; }

    /// <summary>Sends a request through both.</summary>
    public Task SendAsync(HttpContext request) => _entrance.InvokeAsync(request);

    /// <summary>Sends one and reads the problem that came; null when it was let through.</summary>
    public async Task<(int Status, string Code, int RetryAfterSeconds)?> AskAsync(HttpContext request)
    {
        var body = new MemoryStream();
        request.Response.Body = body;
        await SendAsync(request);
        if (request.Response.StatusCode < 400)
        {
            return null;
        }

        using var problem = System.Text.Json.JsonDocument.Parse(Encoding.UTF8.GetString(body.ToArray()));
        var wait = request.Response.Headers.RetryAfter.ToString();
        return (
            request.Response.StatusCode,
            problem.RootElement.GetProperty("code").GetString()!,
            int.Parse(wait, System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    /// <summary>A request to the cluster.</summary>
    /// <param name="person">Who is signed in; null for nobody.</param>
    /// <param name="unit">The unit in its address; null for none.</param>
    /// <param name="address">Where it comes from.</param>
    /// <param name="marks">Metadata of its endpoint besides.</param>
    public static HttpContext Request(
        string? person = "somebody",
        string? unit = null,
        string address = "192.0.2.1",
        params object[] marks
    )
    {
        var context = new DefaultHttpContext();
        object[] metadata = [ClusterMetadata.Instance, .. marks];
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(metadata), "test"));
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (person is not null)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SignedIn.PersonIdClaim, person)], "test"));
        }

        if (unit is not null)
        {
            context.Request.RouteValues[CallerGate.UnitParameter] = unit;
        }

        return context;
    }

    public void Dispose()
    {
        _rates.Dispose();
        _services.Dispose();
    }
}
