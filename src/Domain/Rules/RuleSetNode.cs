using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CeActors.Domain.Hours;

namespace CeActors.Domain.Rules;

/// <summary>One object of a rule set's JSON: reads members, notes what is wrong with its place, and goes on, so that all errors show at once.</summary>
internal sealed class RuleSetNode(JsonElement element, string path, ImmutableArray<string>.Builder errors)
{
    private readonly HashSet<string> _read = [];

    public string Text(string name)
    {
        var member = Member(name, JsonValueKind.String);
        var text = member?.GetString() ?? "";
        if (member is not null && string.IsNullOrWhiteSpace(text))
            Wrong(name, "must not be empty");
        return text;
    }

    public ImmutableArray<string> Texts(string name)
    {
        if (Member(name, JsonValueKind.Array) is not { } array)
            return [];
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in array.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.String)
                texts.Add(entry.GetString()!);
            else
                Wrong(name, "must hold texts alone");
        }

        return texts.ToImmutable();
    }

    public bool Flag(string name)
    {
        _read.Add(name);
        if (TryGet(name, out var member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return member.GetBoolean();
        Wrong(name, "must be true or false");
        return false;
    }

    public int Number(string name)
    {
        if (Member(name, JsonValueKind.Number) is { } member && member.TryGetInt32(out var number))
            return number;
        Wrong(name, "must be a whole number");
        return 0;
    }

    /// <summary>Hours are written as text, because JSON numbers invite floating point.</summary>
    public CreditHours Hours(string name)
    {
        var text = Text(name);
        if (CreditHours.TryParse(text) is { } hours)
            return hours;
        Wrong(name, "must be hours, such as \"90\" or \"12.5\"");
        return CreditHours.Zero;
    }

    public DateOnly? Date(string name, bool isOptional = false)
    {
        _read.Add(name);
        if (isOptional && (!TryGet(name, out var member) || member.ValueKind == JsonValueKind.Null))
            return null;
        if (
            DateOnly.TryParseExact(
                Text(name),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
            return date;
        Wrong(name, "must be a date, yyyy-MM-dd");
        return null;
    }

    public T OneOf<T>(string name, params ReadOnlySpan<(string Text, T Value)> choices)
        where T : struct
    {
        var text = Text(name);
        foreach (var choice in choices)
        {
            if (choice.Text == text)
                return choice.Value;
        }

        Wrong(name, $"\"{text}\" is not known");
        return default;
    }

    public RuleSetNode Object(string name) =>
        new(Member(name, JsonValueKind.Object) ?? default, $"{path}.{name}", errors);

    public ImmutableArray<RuleSetNode> Objects(string name)
    {
        if (Member(name, JsonValueKind.Array) is not { } array)
            return [];
        return [.. array.EnumerateArray().Select((entry, i) => new RuleSetNode(entry, $"{path}.{name}[{i}]", errors))];
    }

    /// <summary>Notes every member that nobody has read: a misspelt rule must not pass silently.</summary>
    public void RefuseOthers()
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject())
        {
            if (!_read.Contains(member.Name))
                Wrong(member.Name, "is not known");
        }
    }

    private JsonElement? Member(string name, JsonValueKind kind)
    {
        _read.Add(name);
        if (TryGet(name, out var member) && member.ValueKind == kind)
            return member;
        Wrong(name, $"is missing or is not a JSON {kind.ToString().ToLowerInvariant()}");
        return null;
    }

    private bool TryGet(string name, out JsonElement member)
    {
        member = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out member);
    }

    private void Wrong(string name, string what) => errors.Add($"{path}.{name}: {what}.");
}
