using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CeActors.Functions.Admission;
using CeActors.Hosting.Telemetry;
using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>The operators' workbook, alerts and table of metrics name what there is, and workbook and table all of ours.</summary>
public sealed partial class WorkbookTests
{
    private const string OfRequests = "http.server.request.duration";
    private static readonly string[] Projects = ["AzureStorage", "Functions", "Grains", "Silo"];

    [Fact]
    public void Every_metric_of_the_workbook_is_one_that_is_measured_and_sent()
    {
        var measured = OurMetrics().Union(TelemetryNames.OrleansInstruments).Append(OfRequests).ToHashSet();
        var asked = AskedFor().ToArray();
        asked.ShouldNotBeEmpty();
        asked.Except(measured).ShouldBeEmpty();
    }

    [Fact]
    public void Every_metric_of_ours_is_in_the_workbook() => OurMetrics().Except(AskedFor()).ShouldBeEmpty();

    [Fact]
    public void Every_metric_of_an_alert_is_one_of_ours()
    {
        var alerts = Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "infra", "bicep"), "*.bicep", SearchOption.AllDirectories)
            .SelectMany(file => Alerting().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToArray();
        alerts.ShouldContain("ceactors.admission.refused");
        alerts.Except(OurMetrics()).ShouldBeEmpty();
    }

    [Fact]
    public void The_silos_that_are_heard_of_are_called_as_the_templates_call_them()
    {
        var modules = Path.Combine(RepositoryRoot.Path, "infra", "bicep", "modules");
        var name = HeardOf().Match(File.ReadAllText(Path.Combine(modules, "alerts.bicep"))).Groups[1].Value;
        name.ShouldNotBeEmpty();
        File.ReadAllText(Path.Combine(modules, "silo.bicep"))
            .ShouldContain($"{{ name: 'OTEL_SERVICE_NAME', value: '{name}' }}");
    }

    [Fact]
    public void The_operators_table_names_every_metric_of_ours_and_no_other()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"));
        Tabled().Matches(guide).Select(match => match.Groups[1].Value).ShouldBe(OurMetrics(), ignoreOrder: true);
    }

    [Fact]
    public void Metrics_and_their_meters_are_named_alike()
    {
        var names = OurMetrics();
        names.ShouldAllBe(name => MetricName().IsMatch(name));
        names.Count.ShouldBe(names.Distinct().Count());
    }

    private static IEnumerable<string> AskedFor()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "infra", "monitoring", "workbook.json"));
        return JsonNode.Parse(text)!["items"]!
            .AsArray()
            .Select(item => item!["content"]!["query"]?.GetValue<string>())
            .OfType<string>()
            .SelectMany(query => Asking().Matches(query).Select(match => match.Groups[1].Value))
            .Distinct();
    }

    /// <summary>All instruments of all meters of ours, found by making them.</summary>
    private static List<string> OurMetrics()
    {
        var names = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name.StartsWith("CeActors.", StringComparison.Ordinal))
            {
                names.Add(instrument.Name);
            }
        };
        foreach (var type in Projects.SelectMany(project => Assembly.Load("CeActors." + project).GetTypes()))
        {
            type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Any(field => typeof(Instrument).IsAssignableFrom(field.FieldType))
                .ShouldBe(type == typeof(AdmissionInstruments), $"{type} holds instruments that are not made here");
            var holdsInstruments = type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
                .Any(field => typeof(Instrument).IsAssignableFrom(field.FieldType));
            if (holdsInstruments && !type.ContainsGenericParameters)
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
        }

        // These belong to an object, which is made as the front makes it.
        var parts = new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System);
        parts.AddAdmission(new AdmissionOptions());
        using var services = parts.BuildServiceProvider();
        listener.Start();
        services.GetRequiredService<AdmissionInstruments>();
        return names;
    }

    [GeneratedRegex("name == '([^']+)'")]
    private static partial Regex Asking();

    [GeneratedRegex("\\bName == \"([^\"]+)\"")]
    private static partial Regex Alerting();

    [GeneratedRegex("AppRoleName == \"([^\"]+)\"")]
    private static partial Regex HeardOf();

    [GeneratedRegex(@"^\| `(ceactors\.[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Tabled();

    [GeneratedRegex(@"^ceactors(\.[a-z]+)+$")]
    private static partial Regex MetricName();
}
