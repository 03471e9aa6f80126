using CeActors.Local.Settings;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Settings;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ceactors-data-").FullName;

    private LocalOptions Options(params string[] arguments) =>
        LocalOptions.Parse(["--data", Path.Combine(_folder, "data"), .. arguments], _ => null, _folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Data_stays_until_a_fresh_start_is_asked_for()
    {
        using (DataFolder.Open(Options()))
        {
            Directory.CreateDirectory(Path.Combine(_folder, "data", "azurite"));
            File.WriteAllText(Path.Combine(_folder, "data", "azurite", "rows"), "kept");
        }

        DataFolder.Open(Options()).Dispose();
        File.Exists(Path.Combine(_folder, "data", "azurite", "rows")).ShouldBeTrue();
        DataFolder.Open(Options("--fresh")).Dispose();
        File.Exists(Path.Combine(_folder, "data", "azurite", "rows")).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_with_other_files_is_never_emptied()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        var precious = Path.Combine(_folder, "data", "thesis.txt");
        File.WriteAllText(precious, "mine");
        Should.Throw<LocalFault>(() => DataFolder.Open(Options("--fresh")));
        File.Exists(precious).ShouldBeTrue();
    }

    [Fact]
    public void Two_runs_do_not_share_a_folder()
    {
        using var first = DataFolder.Open(Options());
        Should.Throw<LocalFault>(() => DataFolder.Open(Options("--fresh"))).Message.ShouldContain("Another run");
    }

    [Fact]
    public void Nobody_else_may_read_it()
    {
        DataFolder.Open(Options()).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            var others =
                UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            (File.GetUnixFileMode(Path.Combine(_folder, "data")) & others).ShouldBe(UnixFileMode.None);
        }
    }
}
