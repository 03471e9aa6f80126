using System.Text.Json.Nodes;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.EndToEnd;

/// <summary>Commands about a named account, as their own process.</summary>
public sealed class UpkeepTests
{
    [Fact]
    public async Task An_account_with_nothing_in_it_is_told_as_broken_in_the_last_line_and_the_exit_code()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        using var local = LocalProcess.Start("verify", "--connection", azurite.ConnectionString);
        (await local.EndedAsync()).ShouldBe(1, local.Output);
        var last = JsonNode.Parse(local.Output.Split(Environment.NewLine)[^1])!;
        last["verify"]!.GetValue<string>().ShouldBe("broken");
        last["kinds"]!["layout-missing"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_folder_without_a_backup_and_a_wrong_connection_are_one_line_each()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        var folder = Directory.CreateTempSubdirectory("ceactors-upkeep-").FullName;
        using var restore = LocalProcess.Start("restore", folder, "--connection", azurite.ConnectionString);
        (await restore.EndedAsync()).ShouldBe(1);
        restore.Output.ShouldContain("no finished backup");
        using var verify = LocalProcess.Start("verify", "--connection", "nonsense");
        (await verify.EndedAsync()).ShouldBe(1);
        verify.Output.ShouldContain("no connection string");
        verify.Output.ShouldNotContain("   at ");
        Directory.Delete(folder, recursive: true);
    }
}
