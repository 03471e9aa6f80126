using System.Security.Cryptography;

namespace CeActors.Local.Parts;

/// <summary>A secret of this machine's data: made at random once and kept in a file that only the present user may read.</summary>
public static class DevelopmentSecret
{
    private const int Bytes = 32;

    /// <summary>The secret in that file, which is made if it is not there.</summary>
    public static string ReadOrMake(string path)
    {
        if (File.Exists(path))
        {
            return File.ReadAllText(path);
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Whole or not at all: half a secret would be taken for one at the next start.
        var draft = path + ".new";
        File.Delete(draft);
        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(secret);
        }

        File.Move(draft, path);
        return secret;
    }
}
