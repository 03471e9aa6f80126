using System.Net;
using CeActors.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>What can be read from settings, and how everything that is wrong is told at once.</summary>
public sealed class SettingsReaderTests
{
    private const string ByKey = "Storage:ConnectionString";
    private const string ByIdentity = "Storage:TableUri";

    [Fact]
    public void An_account_is_given_by_its_address_or_by_a_connection_string()
    {
        Of((ByIdentity, "https://state.table.core.windows.net"))
            .Account(ByKey, ByIdentity)
            .Uri.ShouldBe(new Uri("https://state.table.core.windows.net"));
        var local = Of((ByKey, "UseDevelopmentStorage=true")).Account(ByKey, ByIdentity);
        local.Uri.ShouldBeNull();
        local.Open(_ => "", connectionString => connectionString).ShouldBe("UseDevelopmentStorage=true");
    }

    [Fact]
    public void Neither_and_both_are_wrong_and_the_sentence_names_both_keys()
    {
        var neither = Of();
        neither.Account(ByKey, ByIdentity);
        var problem = ProblemsOf(neither).ShouldHaveSingleItem();
        problem.ShouldStartWith($"{ByKey} is missing");
        problem.ShouldContain(ByIdentity);
        problem.ShouldContain("Storage__ConnectionString");

        var both = Of((ByKey, "UseDevelopmentStorage=true"), (ByIdentity, "https://a.table.core.windows.net"));
        both.Account(ByKey, ByIdentity);
        ProblemsOf(both)
            .ShouldHaveSingleItem()
            .ShouldBe($"{ByKey} and {ByIdentity} are both set: leave one of them out.");
    }

    [Theory]
    [InlineData("http://state.table.core.windows.net")]
    [InlineData("https://state.table.core.windows.net?sig=swordfish")]
    [InlineData("https://user:swordfish@state.table.core.windows.net")]
    [InlineData("swordfish")]
    public void An_address_that_cannot_be_one_is_told_without_quoting_it(string address)
    {
        var reader = Of((ByIdentity, address));
        reader.Account(ByKey, ByIdentity);
        var problem = ProblemsOf(reader).ShouldHaveSingleItem();
        problem.ShouldStartWith(ByIdentity);
        problem.ShouldNotContain("swordfish");
    }

    [Theory]
    [InlineData("swordfish")]
    [InlineData("AccountKey=swordfish")]
    public void A_connection_string_that_cannot_be_one_is_told_without_quoting_it(string connectionString)
    {
        var reader = Of((ByKey, connectionString));
        reader.AccountIfAny(ByKey, ByIdentity).ShouldBeNull();
        var problem = ProblemsOf(reader).ShouldHaveSingleItem();
        problem.ShouldStartWith(ByKey);
        problem.ShouldNotContain("swordfish");
    }

    [Fact]
    public void An_account_never_shows_its_key()
    {
        StorageAccount account = "AccountName=a;AccountKey=swordfish";
        account.ToString().ShouldNotContain("swordfish");
        StorageAccount.At(new Uri("https://a.table.core.windows.net/")).ToString().ShouldBe("a.table.core.windows.net");
    }

    [Fact]
    public void Networks_have_a_prefix_and_none_is_everything()
    {
        var right = Of(("Networks:0", "10.1.0.0/23"), ("Networks:1", "fd00::/8"));
        right.Networks("Networks").Select(network => network.ToString()).ShouldBe(["10.1.0.0/23", "fd00::/8"]);
        ProblemsOf(right).ShouldBeEmpty();

        foreach (var wrong in (string[])["0.0.0.0/0", "::/0", "10.1.0.0", "ten"])
        {
            var reader = Of(("Networks:0", wrong));
            reader.Networks("Networks").ShouldBeEmpty();
            ProblemsOf(reader).ShouldHaveSingleItem().ShouldContain($"'{wrong}'");
        }
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("0.05", 0.05)]
    public void A_share_lies_between_nothing_and_all(string text, double share) =>
        Of(("Share", text)).Share("Share", 0.5).ShouldBe(share);

    [Theory]
    [InlineData("1.1")]
    [InlineData("-0.1")]
    [InlineData("5%")]
    [InlineData("NaN")]
    public void A_share_beyond_that_is_wrong(string text)
    {
        var reader = Of(("Share", text));
        reader.Share("Share", 0.5).ShouldBe(0.5);
        ProblemsOf(reader).ShouldHaveSingleItem().ShouldStartWith("Share is");
    }

    [Fact]
    public void An_address_to_listen_on_may_be_any_and_one_to_be_reached_at_may_not()
    {
        Of(("Address", "0.0.0.0")).IpAddress("Address", IPAddress.Loopback, mayBeAny: true).ShouldBe(IPAddress.Any);
        var reader = Of(("Address", "0.0.0.0"));
        reader.IpAddress("Address", IPAddress.Loopback, mayBeAny: false).ShouldBe(IPAddress.Loopback);
        ProblemsOf(reader).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_list_has_a_bound()
    {
        (string, string)[] Many(int count) => [.. Enumerable.Range(0, count).Select(at => ($"List:{at}", $"v{at}"))];
        var full = Of(Many(SettingsReader.ListValuesMax));
        full.List("List").Count.ShouldBe(SettingsReader.ListValuesMax);
        ProblemsOf(full).ShouldBeEmpty();
        var over = Of(Many(SettingsReader.ListValuesMax + 1));
        over.List("List");
        ProblemsOf(over).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_identity_is_a_client_id_or_whatever_the_machine_offers()
    {
        var id = Guid.Parse("11111111-2222-3333-4444-555555555555");
        AzureIdentity.Read(Of(("AZURE_CLIENT_ID", id.ToString()))).ClientId.ShouldBe(id);
        AzureIdentity.Read(Of()).ClientId.ShouldBeNull();
        var reader = Of(("AZURE_CLIENT_ID", "me"));
        AzureIdentity.Read(reader);
        ProblemsOf(reader).ShouldHaveSingleItem().ShouldStartWith("AZURE_CLIENT_ID");
    }

    [Fact]
    public void One_credential_serves_the_whole_process()
    {
        var identity = new AzureIdentity(Guid.NewGuid());
        identity.Credential.ShouldBeSameAs(identity.Credential);
    }

    private static SettingsReader Of(params (string Key, string Value)[] values) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value))
                .Build()
        );

    private static IReadOnlyList<string> ProblemsOf(SettingsReader reader)
    {
        try
        {
            reader.ThrowIfAnythingIsWrong();
            return [];
        }
        catch (SettingsException wrong)
        {
            return wrong.Problems;
        }
    }
}
