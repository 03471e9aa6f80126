using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace CeActors.Hosting.Configuration;

/// <summary>
/// Reads settings and gathers what is wrong with them, so that everything is told at once. All settings of silo and front are read
/// by it, and it remembers every key that it was asked for: that is the list of settings there are.
/// </summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    /// <summary>The highest port.</summary>
    public const int PortMax = 65_535;

    /// <summary>Characters of a name.</summary>
    public const int NameCharactersMax = 100;

    /// <summary>Values of a list.</summary>
    public const int ListValuesMax = 1_000;

    private readonly List<string> _problems = [];
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>Every key asked for so far; a list as the key of its first value, such as <c>Front:TrustedNetworks:0</c>.</summary>
    public IReadOnlySet<string> Keys => _keys;

    /// <summary>Adds what is wrong: a sentence that begins with the key and says how to mend it.</summary>
    public void Add(string problem) => _problems.Add(problem);

    /// <summary>To be called when all is read.</summary>
    /// <exception cref="SettingsException">Something is wrong.</exception>
    public void ThrowIfAnythingIsWrong()
    {
        if (_problems.Count > 0)
        {
            throw new SettingsException(_problems);
        }
    }

    /// <summary>The value without blanks around it; null when it is missing or blank.</summary>
    public string? Text(string key)
    {
        _keys.Add(key);
        return configuration[key]?.Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>Letters, digits, hyphens and dots, at most <see cref="NameCharactersMax"/>.</summary>
    public string Name(string key, string byDefault)
    {
        var value = Text(key) ?? byDefault;
        if (
            value.Length > NameCharactersMax
            || !value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.')
        )
        {
            Add($"{key} is '{value}': use 1 to {NameCharactersMax} letters, digits, hyphens or dots.");
        }

        return value;
    }

    /// <summary>A whole number within bounds, both included; null when it is missing or wrong.</summary>
    public int? Number(string key, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Add($"{key} is '{text}': give a number from {least} to {most}.");
        return null;
    }

    /// <summary>A port that can be listened on; null when it is missing or wrong.</summary>
    public int? Port(string key) => Number(key, 1, PortMax);

    /// <summary>A part of the whole, from 0 to 1.</summary>
    public double Share(string key, double byDefault)
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        if (
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share is >= 0 and <= 1
        )
        {
            return share;
        }

        Add($"{key} is '{text}': give a number from 0 to 1, such as 0.05.");
        return byDefault;
    }

    /// <summary>An IP address.</summary>
    /// <param name="key">The key.</param>
    /// <param name="byDefault">Where it is missing.</param>
    /// <param name="mayBeAny">True for one to listen on, which may stand for all of the machine; false for one that others reach.</param>
    public IPAddress IpAddress(string key, IPAddress byDefault, bool mayBeAny)
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        if (IPAddress.TryParse(text, out var address) && (mayBeAny || !IsAny(address)))
        {
            return address;
        }

        Add(
            mayBeAny
                ? $"{key} is '{text}': give an IP address to listen on, such as 127.0.0.1 or 0.0.0.0."
                : $"{key} is '{text}': give the one IP address at which others reach this silo."
        );
        return byDefault;
    }

    /// <summary>Networks as <c>10.0.0.0/23</c>; none may be everything.</summary>
    public IReadOnlyList<IPNetwork> Networks(string key)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in List(key))
        {
            if (IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0)
            {
                networks.Add(network);
            }
            else
            {
                Add($"{key} has '{text}': give networks such as 10.0.0.0/23, none of them everything.");
            }
        }

        return networks;
    }

    /// <summary>The values of a list that are not blank, each once, at most <see cref="ListValuesMax"/>.</summary>
    public IReadOnlyList<string> List(string key)
    {
        _keys.Add(key + ":0");
        var values = configuration
            .GetSection(key)
            .GetChildren()
            .Select(child => child.Value?.Trim() ?? "")
            .Where(value => value.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (values.Length > ListValuesMax)
        {
            Add($"{key} has {values.Length} values; at most {ListValuesMax} are allowed.");
        }

        return values;
    }

    /// <summary>An absolute http or https address; null when it is missing or wrong.</summary>
    public Uri? WebAddress(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            return uri;
        }

        Add($"{key} is '{text}': give an absolute http or https address.");
        return null;
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
