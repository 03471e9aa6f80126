using System.Reflection;
using CeActors.Domain.Declarations;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Tests;

/// <summary>Every sentence of every catalogue, found by its place, so that a new one cannot lack a language or a code.</summary>
public sealed class RefusalCatalogueTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static;

    private static readonly Type[] Catalogues =
    [
        .. typeof(Refusal)
            .Assembly.GetTypes()
            .Where(type =>
                type.Name.EndsWith("Refusals", StringComparison.Ordinal)
                || (type.Name.EndsWith("Problems", StringComparison.Ordinal) && type.IsAbstract)
            ),
    ];

    public static TheoryData<string, string, string, string> Sentences
    {
        get
        {
            var sentences = new TheoryData<string, string, string, string>();
            foreach (var catalogue in Catalogues)
            {
                foreach (var constant in catalogue.GetFields(Public))
                {
                    if (constant.GetValue(null) is Refusal refusal)
                        sentences.Add(
                            $"{catalogue.Name}.{constant.Name}",
                            refusal.Code,
                            refusal.Chinese,
                            refusal.English
                        );
                }

                foreach (var method in catalogue.GetMethods(Public | BindingFlags.DeclaredOnly))
                {
                    var made = method.Invoke(null, [.. method.GetParameters().Select(Argument)]);
                    var name = $"{catalogue.Name}.{method.Name}";
                    if (made is Problem problem)
                        sentences.Add(name, problem.Code, problem.Chinese, problem.English);
                    else if (made is Refusal refusal)
                        sentences.Add(name, refusal.Code, refusal.Chinese, refusal.English);
                }
            }

            return sentences;
        }
    }

    [Fact]
    public void Every_catalogue_is_found() =>
        Catalogues
            .Select(type => type.Name)
            .ShouldBe(
                [
                    "DeclarationRefusals",
                    "DraftProblems",
                    "ReviewRefusals",
                    "RegistryProblems",
                    "ProfessionalRefusals",
                    "ProfessionalProblems",
                    "StatementRefusals",
                ],
                ignoreOrder: true
            );

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_sentence_has_a_stable_code_and_both_languages(
        string name,
        string code,
        string chinese,
        string english
    )
    {
        code.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$", name);
        chinese.ShouldEndWith("。", Case.Sensitive, name);
        chinese.ShouldMatch("[\u4e00-\u9fff]", name);
        english.ShouldEndWith(".", Case.Sensitive, name);
        english.ShouldNotMatch("[\u4e00-\u9fff]{2}.*[。，]", name);
    }

    private static object Argument(ParameterInfo parameter) =>
        parameter.ParameterType switch
        {
            var type when type == typeof(string) => "/path",
            var type when type == typeof(int) => 2024,
            var type when type == typeof(Declaration) => Sample.Draft(),
            var type when type == typeof(YearRange) => new YearRange(2020, 2026),
            var type when type == typeof(RuleValue<Domain.Hours.CreditHours>) => Sample.Rules.MaxPerItem,
            var type when type == typeof(Refusal) => DeclarationRefusals.Exists,
            var type when type == typeof(Domain.Identity.UnitReference) => Sample.Agency with { Name = "Agency" },
            var type when type == typeof(Domain.Identity.UnitCode) => Sample.Agency.Code,
            var type when type == typeof(DeclarationStanding) => DeclarationStanding.Of(Sample.Draft()),
            var type when type == typeof(System.Collections.Immutable.ImmutableArray<Problem>) => System
                .Collections
                .Immutable
                .ImmutableArray<Problem>
                .Empty,
            var type when type == typeof(Domain.Review.ReviewUnit) => null!,
            var type when type == typeof(Domain.Professionals.Professional) =>
                Domain.Professionals.Professional.Unknown(Domain.Identity.PersonId.Parse("p1")),
            var type when type.IsEnum => Enum.GetValues(type).GetValue(1)!,
            var type => throw new InvalidOperationException($"No argument of type {type} is known to this test."),
        };
}
