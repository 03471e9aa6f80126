using CeActors.Contracts.Declarations;
using CeActors.Grains.Declarations;
using CeActors.Grains.Storage;
using CeActors.Grains.Tests.Declarations;
using Shouldly;
using Xunit;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>
/// Every place where a grain writes, times every way in which the write can fail, before and after the commit. The places
/// are those that the storage was seen to be written from; the story must reach every command that the contracts know.
/// </summary>
public sealed class WriteSiteTests(WriteSitesFixture cluster) : IClassFixture<WriteSitesFixture>
{
    private const int SendingsMax = 5;

    // What only reads, or changes nothing but memory; any other method of a grain must be seen to write.
    private static readonly string[] ReadingNames =
    [
        "Get",
        "Is",
        "Search",
        "Verify",
        "WhereAreYou",
        "Authorize",
        "Announce",
        "Settle",
    ];

    // A verification runs in memory; its contract says that it changes and remembers nothing.
    private static readonly string[] CommandsWithoutWrites = ["IVerification.StartAsync"];

    [Theory]
    [InlineData(false, WriteAnswer.Timeout)]
    [InlineData(false, WriteAnswer.Exists)]
    [InlineData(false, WriteAnswer.Changed)]
    [InlineData(false, WriteAnswer.Busy)]
    [InlineData(true, WriteAnswer.Timeout)]
    [InlineData(true, WriteAnswer.Exists)]
    [InlineData(true, WriteAnswer.Changed)]
    [InlineData(true, WriteAnswer.Busy)]
    public async Task A_write_that_fails_anywhere_leaves_one_outcome_and_the_truth_in_the_tables(
        bool isCommitted,
        WriteAnswer answer
    )
    {
        var sound = await PlayAsync(null);
        var failing = await PlayAsync(new WriteFault(isCommitted, answer));

        failing.Course.ShouldBe(sound.Course);
        failing.Writes.Struck.Order().ShouldBe(sound.Writes.Sites.Distinct().Order(), "each place has failed once");
        var struckPlaces = failing.Writes.Struck.Select(PlaceOf).ToHashSet();
        cluster.Watch.Seen.Keys.Where(place => !struckPlaces.Contains(place)).ShouldBeEmpty("a place without a case");
    }

    [Fact]
    public async Task Every_command_of_the_contracts_is_a_place_that_writes_and_no_reading_is()
    {
        var sound = await PlayAsync(null);
        var written = sound.Writes.Sites.Select(site => PlaceOf(site).Split(' ', 2)[1]).ToHashSet();
        var methods = typeof(IDeclaration)
            .Assembly.GetTypes()
            .Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))
            .SelectMany(type => type.GetMethods().Select(method => (type.Name, Method: method.Name)))
            .ToArray();
        var reading = methods.Where(method => ReadingNames.Any(name => IsOfWord(method.Method, name)));
        var commands = methods.Except(reading).Select(method => $"{method.Name}.{method.Method}").ToArray();

        commands.ShouldNotBeEmpty();
        commands.Except(written).Except(CommandsWithoutWrites).ShouldBeEmpty("commands that the story does not reach");
        written.Except(commands).ShouldBe([WriteWatch.ByItself], "what writes though its name says that it reads");
        sound.Writes.Sites.ShouldBeUnique("a step in which a place writes twice needs a case for the second write");
    }

    // "IsKnown" is of the word "Is", "Issue" is not.
    private static bool IsOfWord(string method, string word) =>
        method.StartsWith(word, StringComparison.Ordinal) && char.IsUpper(method[word.Length]);

    private static string PlaceOf(string site) => site[(site.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    /// <summary>Plays the story; a command whose outcome is unknown is sent again, until it is told.</summary>
    private async Task<(StoryWrites Writes, IReadOnlyList<string> Course)> PlayAsync(WriteFault? fault)
    {
        var writes = cluster.Watch.Begin(fault);
        var story = new Story(cluster, writes);
        var course = new List<string>();
        foreach (var step in story.Steps)
        {
            var told = await DecideAsync(story, step);
            told.Refusal.ShouldBeNull($"{step.Name}: {told.Text}");
            (await story.SendAsync(step)).Text.ShouldBe(told.Text, $"{step.Name}, sent again");
            story.GoOn(step.Name, told);
            course.Add($"{step.Name}: {Summary(story, told.Receipt)}");
            await AgreeAsync(story, step.Name);
        }

        course.AddRange(await HistoriesAsync(story));
        return (writes, course);
    }

    private async Task<Told> DecideAsync(Story story, (string Name, Func<Task<Told>> Send) step)
    {
        for (var sending = 1; ; sending++)
        {
            try
            {
                return await story.SendAsync(step);
            }
            catch (Exception exception) when (exception is not ShouldAssertException && sending < SendingsMax)
            {
                // The outcome is unknown: what every grain says now must be what is stored, whichever it is.
                await AgreeAsync(story, $"{step.Name}, after {exception.GetType().Name}");
            }
        }
    }

    /// <summary>What each declaration says of itself is what is stored, and so are the queue rows.</summary>
    private async Task AgreeAsync(Story story, string when)
    {
        foreach (var declaration in story.Declarations)
        {
            var said = await declaration.WhereAreYouAsync();
            var stored = await cluster.StoredDocumentAsync<DeclarationDocument>(
                StorageNames.State,
                "declaration",
                declaration
            );
            var state = stored.ShouldNotBeNull(when).State;
            said.Version.ShouldBe(state.Version, when);
            said.HolderUnitCode.ShouldBe(state.Holder?.Code.Value, when);
            state
                .History.Select(entry => entry.Version)
                .ShouldBe(Enumerable.Range(1, (int)state.Version).Select(version => (long)version), when);
            await RowsAgreeAsync(story, stored, when);
        }
    }

    private async Task RowsAgreeAsync(Story story, DeclarationDocument stored, string when)
    {
        var state = stored.State;
        var bucket = stored.Id[..3];
        var table = new Azure.Data.Tables.TableClient(cluster.Azurite.ConnectionString, $"State{bucket}");
        var wanted = stored.ToRows().Select(row => row.Key).ToHashSet();
        wanted
            .Where(key => key.StartsWith("w|", StringComparison.Ordinal))
            .ShouldBe(state.Holder is { } holder ? [$"w|{holder.Code.Value}|{stored.Id}"] : [], when);
        foreach (
            var key in story.Units.SelectMany(unit => (string[])[$"w|{unit}|{stored.Id}", $"p|{unit}|{stored.Id}"])
        )
        {
            var row = await table.GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>($"b{bucket}", key);
            row.HasValue.ShouldBe(wanted.Contains(key), $"{when}: {key}");
        }
    }

    private static string Summary(Story story, DeclarationReceipt? receipt) =>
        receipt is null
            ? "accepted"
            : $"{receipt.Status} v{receipt.Version} r{receipt.DraftRevision} at {story.PartOf(receipt.HolderUnitCode)}";

    private static async Task<IReadOnlyList<string>> HistoriesAsync(Story story)
    {
        var histories = new List<string>();
        foreach (var declaration in story.Declarations)
        {
            var outcome = await declaration.GetAsync(story.Person);
            histories.Add(
                outcome.Value is { } view
                    ? string.Join(' ', view.History.Select(entry => entry.Action))
                    : outcome.Refusal!.Code
            );
        }

        var declarations = Office.Accepted(await story.Professional.GetDeclarationsAsync(story.Person)).Declarations;
        var statements = Office.Accepted(await story.Professional.GetStatementsAsync(story.Person)).Statements;
        return [.. histories, $"{declarations.Length} declarations, {statements.Length} statements"];
    }
}
