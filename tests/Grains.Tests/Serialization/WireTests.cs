using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Invocation;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Serialization;

/// <summary>
/// Messages between silos and fronts of two versions, as they meet while a cluster is brought up to date. The bytes of each released
/// version are kept in a file; files are only ever added. The next one is written by running the tests with
/// <c>CEACTORS_WRITE_GOLDEN=1</c>.
/// </summary>
public sealed class WireTests : IDisposable
{
    private static readonly string Folder = Path.Combine(
        RepositoryRoot.Path,
        "tests",
        "Grains.Tests",
        "Serialization",
        "Wire"
    );
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    private Serializer Wire => _services.GetRequiredService<Serializer>();

    public static TheoryData<string> Released => [.. Files()];

    [Theory]
    [MemberData(nameof(Released))]
    public void What_a_released_version_sends_is_read_with_every_value_by_this_one(string file)
    {
        foreach (var (name, bytes, said) in Read(file))
        {
            var message = Should.NotThrow(() => Wire.Deserialize<object>(bytes), name).ShouldNotBeNull(name);
            Contains(JsonNode.Parse(Describe(message)), JsonNode.Parse(said), name);
        }
    }

    [Fact]
    public void Every_message_of_a_released_version_is_still_sent_with_the_bytes_that_it_had_last()
    {
        WriteIfAsked();
        var released = LastReleased();
        var present = Present();

        released
            .Keys.Except(present.Keys)
            .ShouldBeEmpty("A message of a released version is gone: the other version still sends it.");
        foreach (var (name, bytes) in released)
        {
            Wire.SerializeToArray(present[name])
                .ShouldBe(
                    bytes,
                    $"{name} has other bytes now. If members were added with ids of their own, write the next file; else the change breaks a rolling upgrade."
                );
        }
    }

    [Fact]
    public void A_field_that_was_added_is_left_out_by_the_version_before_and_its_default_is_taken_the_other_way()
    {
        // The lineage of a unit once ended before IsPublicInstitution.
        var present = (UnitLineage)WireSamples.Of(typeof(UnitLineage));
        var before = Wire.Deserialize<LineageBefore>(Wire.SerializeToArray(present))!;
        before.Unit.ShouldBe(present.Unit);
        before.Kind.ShouldBe(present.Kind);
        before.Agency.ShouldBe(present.Agency);
        before.IsActive.ShouldBe(present.IsActive);

        var after = Wire.Deserialize<UnitLineage>(Wire.SerializeToArray(before))!;
        after.Unit.ShouldBe(present.Unit);
        after.Ancestors.ShouldBe(present.Ancestors);
        after.IsActive.ShouldBe(present.IsActive);
        after.IsPublicInstitution.ShouldBeFalse();
    }

    [Fact]
    public void A_field_that_will_be_added_is_passed_over_by_this_version()
    {
        var next = new CommandHeaderNext(new Caller("p1"), "command-1", "digest", 3, 4, ["a", "b"], 9);

        Wire.Deserialize<CommandHeader>(Wire.SerializeToArray(next))
            .ShouldBe(new CommandHeader(new Caller("p1"), "command-1", "digest", 3, 4));
        var back = Wire.Deserialize<CommandHeaderNext>(
            Wire.SerializeToArray(new CommandHeader(new Caller("p1"), "command-1", "digest", 3, 4))
        )!;
        back.ExpectedRevision.ShouldBe(4);
        back.Tags.ShouldBeNull();
        back.Attempt.ShouldBe(0);
    }

    public void Dispose() => _services.Dispose();

    private static Dictionary<string, object> Present() =>
        WireSamples
            .Types.Select(type => (Name: type.Key, Message: WireSamples.Of(type.Value)))
            .Concat(WireSamples.Requests.Select(request => (Name: request.Key, Message: (object)request.Value)))
            .OrderBy(message => message.Name, StringComparer.Ordinal)
            .ToDictionary(message => message.Name, message => message.Message);

    private static string Describe(object message) =>
        message is IInvokable request
            ? JsonSerializer.Serialize(
                Enumerable.Range(0, request.GetArgumentCount()).Select(request.GetArgument).ToArray(),
                Plain
            )
            : JsonSerializer.Serialize(message, message.GetType(), Plain);

    private static IEnumerable<(string Name, byte[] Bytes, string Said)> Read(string file) =>
        File.ReadLines(Path.Combine(Folder, file))
            .Select(line => line.Split(' ', 3))
            .Select(parts => (parts[0], Convert.FromBase64String(parts[1]), parts[2]));

    // All that was said then is said now; members that were added since are not looked at.
    private static void Contains(JsonNode? present, JsonNode? said, string name)
    {
        switch (said)
        {
            case JsonObject members:
                foreach (var (key, value) in members)
                {
                    Contains(present.ShouldBeOfType<JsonObject>(name)[key], value, $"{name}.{key}");
                }

                break;
            case JsonArray items:
                var found = present.ShouldBeOfType<JsonArray>(name);
                found.Count.ShouldBe(items.Count, name);
                for (var index = 0; index < items.Count; index++)
                {
                    Contains(found[index], items[index], $"{name}[{index}]");
                }

                break;
            default:
                JsonNode.DeepEquals(present, said).ShouldBeTrue($"{name} is {present}, and was {said}");
                break;
        }
    }

    // By the newest file that has the message.
    private static Dictionary<string, byte[]> LastReleased() =>
        Files()
            .SelectMany(Read)
            .GroupBy(line => line.Name)
            .ToDictionary(versions => versions.Key, versions => versions.Last().Bytes);

    private static IEnumerable<string> Files() =>
        Enumerable.Range(1, Directory.GetFiles(Folder, "wire-*.txt").Length).Select(number => $"wire-{number}.txt");

    private void WriteIfAsked()
    {
        if (Environment.GetEnvironmentVariable("CEACTORS_WRITE_GOLDEN") == "1")
        {
            File.WriteAllLines(
                Path.Combine(Folder, $"wire-{Files().Count() + 1}.txt"),
                Present()
                    .Select(message =>
                        $"{message.Key} {Convert.ToBase64String(Wire.SerializeToArray(message.Value))} {Describe(message.Value)}"
                    )
            );
        }
    }
}

/// <summary><see cref="UnitLineage"/> as it was before its last member.</summary>
[GenerateSerializer, Immutable, Alias("ce-test.lineage-before")]
public sealed record LineageBefore(
    [property: Id(0)] Contracts.Declarations.UnitReference Unit,
    [property: Id(1)] UnitKind Kind,
    [property: Id(2)] System.Collections.Immutable.ImmutableArray<Contracts.Declarations.UnitReference> Ancestors,
    [property: Id(3)] Contracts.Declarations.UnitReference? Agency,
    [property: Id(4)] bool IsActive
);

/// <summary><see cref="CommandHeader"/> as some later version may have it.</summary>
[GenerateSerializer, Immutable, Alias("ce-test.command-next")]
public sealed record CommandHeaderNext(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] string CommandId,
    [property: Id(2)] string Fingerprint,
    [property: Id(3)] long? ExpectedVersion,
    [property: Id(4)] long? ExpectedRevision,
    [property: Id(5)] IReadOnlyList<string>? Tags,
    [property: Id(6)] int Attempt
);
