using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace CeActors.Architecture.Tests;

/// <summary>Style that no analyzer knows.</summary>
public sealed partial class Habits
{
    private static IEnumerable<string> Sources(params string[] folders) =>
        folders
            .Select(folder => Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));

    private static IEnumerable<string> Documents(params string[] folders) =>
        folders
            .Select(folder => Path.Combine(Repository.Root, folder))
            .SelectMany(folder => Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}node_modules{Path.DirectorySeparatorChar}"))
            .Concat(Directory.GetFiles(Repository.Root, "*.md"));

    private static IEnumerable<string> Matches(Regex pattern, params string[] folders) =>
        Sources(folders)
            .SelectMany(file =>
                File.ReadLines(file)
                    .Select((line, index) => (line, index))
                    .Where(found => pattern.IsMatch(found.line))
                    .Select(found =>
                        $"{Path.GetRelativePath(Repository.Root, file)}:{found.index + 1}: {found.line.Trim()}"
                    )
            );

    [Fact]
    public void No_test_sleeps() => Matches(Sleep(), "tests").ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_for_later() => Matches(Later(), "src", "tests", "benchmarks").ShouldBeEmpty();

    [Fact]
    public void No_type_is_called_a_manager_a_helper_or_a_utility() =>
        Matches(Vague(), "src", "tests", "benchmarks").ShouldBeEmpty();

    [Fact]
    public void The_domain_has_no_clock_no_randomness_and_no_waiting() =>
        Matches(Impure(), "src/Domain").ShouldBeEmpty();

    [Fact]
    public void No_document_keeps_the_marks_of_a_merge() =>
        Documents("docs", "benchmarks", "tools")
            .Where(file => MergeMark().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .ShouldBeEmpty();

    [Fact]
    public void Every_relative_link_of_the_documents_leads_somewhere()
    {
        var broken = Documents("docs", "benchmarks")
            .SelectMany(file =>
                Link().Matches(File.ReadAllText(file)).Select(link => (file, target: link.Groups[1].Value))
            )
            .Where(link =>
                !link.target.Contains("://") && !link.target.StartsWith('#') && !link.target.StartsWith("mailto:")
            )
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.file)!, link.target.Split('#')[0])))
            .Select(link => $"{Path.GetRelativePath(Repository.Root, link.file)} → {link.target}");

        broken.ShouldBeEmpty();
    }

    [GeneratedRegex(@"\bThread\.Sleep\b")]
    private static partial Regex Sleep();

    [GeneratedRegex("\\b(TO" + "DO|FIX" + "ME|HA" + "CK|NotImplemented" + "Exception)\\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(class|record|interface|struct) \w*(Manager|Helper|Util|Utils|Common)\b")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(async|Task|Guid\.NewGuid|Random|DateTime\.|TimeProvider|File\.|HttpClient)\b")]
    private static partial Regex Impure();

    [GeneratedRegex("^(<{7}|>{7}) ", RegexOptions.Multiline)]
    private static partial Regex MergeMark();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
