using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace CeActors.DevIdentity.Keys;

/// <summary>
/// The provider's keys on disk, readable by their owner alone. They outlive a restart, so that tokens and cookies do.
/// </summary>
internal sealed class KeyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int SigningKeyBits = 2048;
    private const int EncryptionKeyBytes = 32;

    private KeyFolder(string folder)
    {
        Cookies = new DirectoryInfo(Path.Combine(folder, "cookies"));
        CreateFolder(folder);
        CreateFolder(Cookies.FullName);
        Signing = ReadSigning(Path.Combine(folder, "signing.pem"));
        Encryption = ReadEncryption(Path.Combine(folder, "encryption.key"));
    }

    /// <summary>Signs tokens.</summary>
    public RsaSecurityKey Signing { get; }

    /// <summary>Encrypts codes and refresh tokens.</summary>
    public SymmetricSecurityKey Encryption { get; }

    /// <summary>Where ASP.NET Core keeps the keys of its cookies.</summary>
    public DirectoryInfo Cookies { get; }

    /// <summary>Reads the keys and makes those that are missing.</summary>
    /// <exception cref="StartRefusedException">The folder cannot be used, or a file in it is not a key.</exception>
    public static KeyFolder Open(string folder)
    {
        try
        {
            return new KeyFolder(folder);
        }
        catch (Exception failure)
            when (failure
                    is IOException
                        or UnauthorizedAccessException
                        or CryptographicException
                        or FormatException
                        or ArgumentException
            )
        {
            throw new StartRefusedException(
                $"the keys in {folder} cannot be used ({failure.Message}). Deleting the folder makes new ones and signs everybody out.",
                failure
            );
        }
    }

    private static RsaSecurityKey ReadSigning(string file)
    {
        var pem = ReadOrMake(
            file,
            () =>
            {
                using var made = RSA.Create(SigningKeyBits);
                return made.ExportPkcs8PrivateKeyPem();
            }
        );
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        var id = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
        return new RsaSecurityKey(rsa) { KeyId = id };
    }

    private static SymmetricSecurityKey ReadEncryption(string file)
    {
        var text = ReadOrMake(file, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(EncryptionKeyBytes)));
        var bytes = Convert.FromBase64String(text);
        return bytes.Length == EncryptionKeyBytes
            ? new SymmetricSecurityKey(bytes)
            : throw new FormatException($"{Path.GetFileName(file)} has {bytes.Length} bytes, not {EncryptionKeyBytes}");
    }

    // Written beside and moved into place, so that no other start ever reads half a key; whoever comes second takes the
    // first one's.
    private static string ReadOrMake(string file, Func<string> make)
    {
        if (!File.Exists(file))
        {
            var beside = $"{file}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }
            using (var writer = new StreamWriter(beside, Encoding.ASCII, options))
            {
                writer.Write(make());
            }
            try
            {
                File.Move(beside, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(beside);
            }
        }
        return File.ReadAllText(file);
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }
}
