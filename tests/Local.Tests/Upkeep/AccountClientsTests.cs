using CeActors.Local.Upkeep;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Upkeep;

public sealed class AccountClientsTests
{
    private const string Key = "bm8gc2VjcmV0";

    [Fact]
    public void Two_addresses_are_opened_without_a_key()
    {
        var account = AccountClients.Open("https://state.table.example.org/  https://files.blob.example.org");
        account.Tables.Uri.Host.ShouldBe("state.table.example.org");
        account.Blobs.Uri.Host.ShouldBe("files.blob.example.org");
        account.Blobs.CanGenerateAccountSasUri.ShouldBeFalse();
        account.Files(TimeProvider.System).ShouldNotBeNull();
    }

    [Fact]
    public void A_connection_string_opens_one_account()
    {
        var account = AccountClients.Open(
            $"AccountName=one;AccountKey={Key};TableEndpoint=http://127.0.0.1:1/one;BlobEndpoint=http://127.0.0.1:2/one;"
        );
        account.Tables.AccountName.ShouldBe("one");
        account.Blobs.AccountName.ShouldBe("one");
        account.Files(TimeProvider.System).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("https://state.table.example.org")]
    [InlineData("http://state.table.example.org https://files.blob.example.org")]
    [InlineData("https://state.table.example.org https://files.blob.example.org?sig=" + Key)]
    [InlineData("https://a.example.org https://b.example.org https://c.example.org")]
    [InlineData("AccountName=one;AccountKey=" + Key + ";TableEndpoint=nonsense")]
    [InlineData("nonsense")]
    public void What_is_neither_is_refused_and_not_quoted(string connection)
    {
        var fault = Should.Throw<LocalFault>(() => AccountClients.Open(connection));
        fault.Message.ShouldContain("--connection");
        fault.Message.ShouldNotContain(Key);
        fault.Message.ShouldNotContain("example.org");
    }
}
