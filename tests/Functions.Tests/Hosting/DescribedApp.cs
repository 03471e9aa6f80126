using Microsoft.AspNetCore.Routing;

namespace CeActors.Functions.Tests.Hosting;

/// <summary>The app's endpoints, without running it.</summary>
public static class DescribedApp
{
    public static IReadOnlyList<RouteEndpoint> Endpoints()
    {
        var app = Program.Build([], describeOnly: true);
        return Program.EndpointsOf(app);
    }
}
