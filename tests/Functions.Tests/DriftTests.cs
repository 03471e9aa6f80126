using System.Text.Json.Nodes;
using CeActors.Functions.Evidence;
using CeActors.Functions.Hosting;
using CeActors.Functions.Tests.Hosting;
using CeActors.Functions.Tests.Matrix;
using CeActors.Testing;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>Routes, OpenAPI document and function.json say the same, and what is committed is what is served.</summary>
[Collection(nameof(InWorld))]
public sealed class DriftTests(World world)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "src", "Functions");

    [Fact]
    public async Task The_committed_OpenAPI_document_is_the_served_one()
    {
        var served = (await world.Anyone.GetAsync("/api/openapi.json")).Require(System.Net.HttpStatusCode.OK);

        JsonNode
            .DeepEquals(served.Json, Operations.Document)
            .ShouldBeTrue("Build src/Functions and commit openapi.json.");
        served["openapi"].GetValue<string>().ShouldStartWith("3.1");
    }

    [Fact]
    public void The_committed_function_files_are_those_of_the_endpoints()
    {
        var expected = FunctionFiles.Of(DescribedApp.Endpoints());
        var committed = System
            .IO.Directory.GetDirectories(Path.Combine(Folder, "functions"))
            .ToDictionary(
                folder => Path.GetFileName(folder),
                folder => File.ReadAllText(Path.Combine(folder, FunctionFiles.FileName)).ReplaceLineEndings("\n")
            );
        const string Mend =
            "Run: dotnet run --project src/Functions -- --write-functions src/Functions/functions, and commit.";

        committed.Keys.ShouldBe(expected.Keys, ignoreOrder: true, Mend);
        foreach (var (name, text) in expected)
        {
            committed[name].ShouldBe(text, Mend);
        }
    }

    [Fact]
    public void Every_operation_of_the_document_has_a_function_with_its_route_and_method()
    {
        foreach (var operation in Operations.All)
        {
            var name = char.ToUpperInvariant(operation.Id[0]) + operation.Id[1..];
            var file = Path.Combine(Folder, "functions", name, FunctionFiles.FileName);
            var trigger = JsonNode.Parse(File.ReadAllText(file))!["bindings"]![0]!;

            trigger["type"]!.GetValue<string>().ShouldBe("httpTrigger");
            trigger["authLevel"]!.GetValue<string>().ShouldBe("anonymous");
            ("/" + trigger["route"]!.GetValue<string>()).ShouldBe(operation.Path);
            trigger["methods"]!
                .AsArray()
                .Select(method => method!.GetValue<string>().ToUpperInvariant())
                .ShouldBe([operation.Method.Method]);
        }
    }

    [Fact]
    public void Every_route_of_the_API_is_in_the_document()
    {
        var routes = DescribedApp
            .Endpoints()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/"))
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IEndpointNameMetadata>() is not null
            )
            .Select(endpoint =>
                $"{endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]} {endpoint.RoutePattern.RawText}"
            );

        routes.ShouldBe(Operations.All.Select(operation => $"{operation.Method} {operation.Path}"), ignoreOrder: true);
    }

    [Fact]
    public void No_route_begins_with_what_the_Functions_host_keeps_for_itself()
    {
        foreach (var endpoint in DescribedApp.Endpoints())
        {
            endpoint.RoutePattern.RawText!.TrimStart('/').ShouldNotStartWith("admin");
            endpoint.RoutePattern.RawText.ShouldNotStartWith("/api/admin");
        }
    }

    [Fact]
    public void Every_operation_says_what_it_is_and_what_may_go_wrong()
    {
        foreach (var operation in Operations.All)
        {
            operation.Document["summary"]!.GetValue<string>().ShouldNotBeEmpty(operation.Id);
            var responses = operation.Document["responses"]!.AsObject();
            responses.ShouldContainKey("503", operation.Id);
            responses.Any(response => response.Key[0] is '2' or '3').ShouldBeTrue(operation.Id);
            foreach (var (status, response) in responses.Where(response => response.Key[0] is '4' or '5'))
            {
                response!["content"]!
                    .AsObject()
                    .ShouldContainKey("application/problem+json", $"{operation.Id} {status}");
            }

            if (operation.NeedsSignIn)
            {
                responses.ShouldContainKey("401", operation.Id);
            }
        }
    }

    [Fact]
    public void The_timer_and_the_host_file_are_as_the_host_wants_them()
    {
        var timer = JsonNode.Parse(
            File.ReadAllText(Path.Combine(Folder, "functions", SweepIncoming.FunctionName, "function.json"))
        )!;
        timer["bindings"]![0]!["type"]!.GetValue<string>().ShouldBe("timerTrigger");

        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "host.json")))!;
        host["customHandler"]!["enableProxyingHttpRequest"]!.GetValue<bool>().ShouldBeTrue();
        host["extensions"]!["http"]!["routePrefix"]!.GetValue<string>().ShouldBeEmpty();
        // A folder of functions must lie beside the app's assembly, where the host looks for it.
        File.Exists(
                Path.Combine(Path.GetDirectoryName(typeof(Program).Assembly.Location)!, "WebClient", "function.json")
            )
            .ShouldBeTrue();
    }
}
