using System.Reflection;
using System.Runtime.CompilerServices;
using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using Orleans.Serialization.Invocation;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>
/// A silo that drops a message (its receiver died, it came too late) writes the whole of it into its log, an answer by its
/// <see cref="object.ToString"/>; of a call it names the types of the arguments. So answers must not print themselves.
/// </summary>
public sealed class AnswersInLogsTests
{
    private const string Name = "何晓梅";

    [Fact]
    public void An_answer_that_is_dropped_is_logged_by_its_kind_and_not_with_what_it_says()
    {
        Outcome<ProfessionalSummary> known = new ProfessionalSummary(
            "p1",
            Name,
            "4301**********0018",
            new UnitReference("E-1", Name),
            false,
            Name,
            1
        );
        Logged(known).ShouldBe("accepted, ProfessionalSummary");
        Logged(new FilingContext(known.Value!, "digest", [], [], [], [])).ShouldBe("FilingContext");
    }

    [Fact]
    public void A_refusal_that_is_dropped_is_logged_by_its_code()
    {
        Outcome<Done> refused = new Refusal(RefusalKind.Conflict, "stale-version", Name, Name, [], null);
        Logged(refused).ShouldBe("refused, stale-version");
    }

    [Fact]
    public void No_answer_of_any_grain_prints_itself()
    {
        var answers = Assembly
            .Load("CeActors.Contracts")
            .GetTypes()
            .Concat(Assembly.Load("CeActors.Grains").GetTypes())
            .Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods())
            .Select(method => method.ReturnType)
            .Where(type => type.IsGenericType)
            .Select(type => type.GetGenericArguments()[0])
            .Distinct()
            .ToArray();
        answers.ShouldContain(typeof(FilingContext));
        answers.ShouldContain(typeof(Outcome<DeclarationView>));
        answers.Where(PrintsItself).ShouldBeEmpty();
    }

    private static string Logged<T>(T answer) => Response.FromResult(answer).ToString()!;

    // What the compiler writes for a record prints every property.
    private static bool PrintsItself(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute));
}
