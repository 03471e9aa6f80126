using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CeActors.Local.Settings;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Settings;

public sealed class LocalOptionsTests
{
    private static LocalOptions Parse(params string[] arguments) => LocalOptions.Parse(arguments, _ => null, "/work");

    [Fact]
    public void Without_arguments_everything_runs_at_its_standard_port_with_data_in_the_working_copy()
    {
        var options = Parse();
        options.Command.ShouldBe("run");
        options.IsFresh.ShouldBeFalse();
        options.Address(PortSetting.Front).ShouldBe("http://127.0.0.1:7071");
        options.DataFolder.ShouldEndWith(".local");
    }

    [Fact]
    public void A_flag_wins_over_the_environment()
    {
        string? Variable(string name) => name == "CEACTORS_FRONT_PORT" ? "8001" : null;
        LocalOptions.Parse([], Variable, "/work").Port(PortSetting.Front).ShouldBe(8001);
        LocalOptions.Parse(["--front-port", "8002"], Variable, "/work").Port(PortSetting.Front).ShouldBe(8002);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("http")]
    [InlineData("")]
    public void A_port_that_is_none_is_refused_by_its_flag(string text) =>
        Should.Throw<LocalFault>(() => Parse("--silo-port", text)).Message.ShouldContain("--silo-port");

    [Fact]
    public void The_highest_port_is_taken() => Parse("--silo-port", "65535").Port(PortSetting.Silo).ShouldBe(65535);

    [Fact]
    public void The_same_port_twice_is_refused() =>
        Should.Throw<LocalFault>(() => Parse("--front-port", "7072")).Message.ShouldContain("--identity-port");

    [Theory]
    [InlineData("--frehs")]
    [InlineData("stop")]
    public void An_unknown_argument_is_refused_with_the_usage(string argument)
    {
        var fault = Should.Throw<LocalFault>(() => Parse(argument));
        fault.Message.ShouldContain(argument);
        fault.Message.ShouldContain("--fresh");
    }

    [Fact]
    public void A_backup_takes_a_folder_and_an_account()
    {
        var options = Parse("backup", "/there", "--connection", "C");
        options.Command.ShouldBe("backup");
        options.BackupFolder.ShouldEndWith("there");
        options.Connection.ShouldBe("C");
        Should.Throw<LocalFault>(() => Parse("restore")).Message.ShouldContain("restore");
    }

    [Theory]
    [InlineData("verify", "--fresh")]
    [InlineData("backup", "/there", "--fresh")]
    [InlineData("restore", "/there", "--fresh", "--connection", "C")]
    public void What_a_command_is_about_is_not_deleted_first(params string[] arguments) =>
        Should.Throw<LocalFault>(() => Parse(arguments)).Message.ShouldContain("--fresh");

    [Fact]
    public void A_flag_without_its_value_is_refused() =>
        Should.Throw<LocalFault>(() => Parse("--data")).Message.ShouldContain("--data");

    [Fact]
    public void A_demo_without_its_province_is_refused_before_anything_starts()
    {
        Should.Throw<LocalFault>(() => Parse("demo", "--no-province")).Message.ShouldContain("--no-province");
        Parse("run", "--no-province").LoadsProvince.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_port_in_use_is_named_with_its_flag_before_anything_starts(bool wouldShare)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        if (wouldShare)
        {
            listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        }

        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var fault = Should.Throw<LocalFault>(() => PortCheck.RequireFree(Parse("--gateway-port", port)));
        fault.Message.ShouldContain(port);
        fault.Message.ShouldContain("--gateway-port");
    }
}
