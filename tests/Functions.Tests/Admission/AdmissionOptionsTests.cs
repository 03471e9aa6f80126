using CeActors.Functions.Admission;
using CeActors.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Admission;

/// <summary>The section of the settings.</summary>
public sealed class AdmissionOptionsTests
{
    [Fact]
    public void Nothing_need_be_set() => Read([]).ShouldBe(new AdmissionOptions());

    [Fact]
    public void What_is_set_holds() =>
        Read([("RequestsMin", "10"), ("CallerPerSecond", "1000000"), ("UnitPercent", "5")])
            .ShouldBe(
                new AdmissionOptions
                {
                    RequestsMin = 10,
                    CallerPerSecond = 1_000_000,
                    UnitPercent = 5,
                }
            );

    [Theory]
    [InlineData("RequestsMin", "9")]
    [InlineData("RequestsMin", "2001")]
    [InlineData("RequestsMax", "10001")]
    [InlineData("RequestsMax", "99")]
    [InlineData("TargetMilliseconds", "9")]
    [InlineData("UnitPercent", "4")]
    [InlineData("UnitPercent", "101")]
    [InlineData("CallerPerSecond", "0")]
    [InlineData("CallerBurst", "1000001")]
    [InlineData("CallerAtOnce", "many")]
    [InlineData("AddressVerificationsPerMinute", "0")]
    [InlineData("AddressReadsPerMinute", "-1")]
    public void What_cannot_be_used_is_named(string name, string value) =>
        Should.Throw<SettingsException>(() => Read([(name, value)])).Message.ShouldContain(name);

    private static AdmissionOptions Read((string Name, string Value)[] values)
    {
        var reader = new SettingsReader(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    values.Select(each => KeyValuePair.Create($"Admission:{each.Name}", (string?)each.Value))
                )
                .Build()
        );
        var options = AdmissionOptions.Read(reader);
        reader.ThrowIfAnythingIsWrong();
        return options;
    }
}
