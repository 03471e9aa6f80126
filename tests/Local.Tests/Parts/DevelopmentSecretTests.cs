using CeActors.Local.Parts;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Parts;

public sealed class DevelopmentSecretTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ceactors-secret-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_secret_is_made_once_and_kept()
    {
        var path = Path.Combine(_folder, "key");
        var secret = DevelopmentSecret.ReadOrMake(path);
        secret.Length.ShouldBe(64);
        DevelopmentSecret.ReadOrMake(path).ShouldBe(secret);
        DevelopmentSecret.ReadOrMake(Path.Combine(_folder, "other")).ShouldNotBe(secret);
    }

    [Fact]
    public void Only_the_present_user_may_read_it()
    {
        var path = Path.Combine(_folder, "key");
        DevelopmentSecret.ReadOrMake(path);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
