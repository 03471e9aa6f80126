using System.Collections.Immutable;
using System.Reflection;
using Orleans.Serialization.Invocation;

namespace CeActors.Grains.Tests.Serialization;

/// <summary>
/// A message of every kind that silos and fronts send each other, filled without gaps: every record of the contracts, every closed
/// outcome that a method answers with, and the request of every method.
/// </summary>
internal static class WireSamples
{
    private static readonly Assembly Contracts = typeof(Contracts.Outcome<>).Assembly;
    private static readonly DateTimeOffset Moment = new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(8));

    /// <summary>Records and outcomes by a name that does not change when they move to another namespace.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } =
        Contracts
            .GetTypes()
            .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute)) && !type.ContainsGenericParameters)
            .Concat(Methods().Select(method => AnswerOf(method.ReturnType)).OfType<Type>())
            .Where(type => !type.IsEnum)
            .Distinct()
            .ToDictionary(NameOf);

    /// <summary>Requests of all grain methods, each with all its arguments, by interface and method alias.</summary>
    public static IReadOnlyDictionary<string, IInvokable> Requests { get; } =
        Contracts
            .GetTypes()
            .Where(type => typeof(IInvokable).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => Filled((IInvokable)Activator.CreateInstance(type)!))
            .ToDictionary(request => RequestNameOf(request));

    /// <summary>A value of a type in which every member is set.</summary>
    public static object Of(Type type, string name = "text")
    {
        if (type == typeof(string))
        {
            return name;
        }

        if (Nullable.GetUnderlyingType(type) is { } present)
        {
            return Of(present, name);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var item = type.GetGenericArguments()[0];
            var create = typeof(ImmutableArray).GetMethods().Single(IsCreateOfOne).MakeGenericMethod(item);
            return create.Invoke(null, [Of(item, name)])!;
        }

        return type switch
        {
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 8L,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateTimeOffset) => Moment,
            _ when type == typeof(ImmutableDictionary<string, string>) => ImmutableDictionary<string, string>.Empty.Add(
                "fact",
                name
            ),
            _ => Composed(type),
        };
    }

    private static object Composed(Type type)
    {
        var constructor =
            type.GetConstructors().MaxBy(each => each.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type} cannot be made: teach {nameof(WireSamples)} how.");
        var value = constructor.Invoke([
            .. constructor
                .GetParameters()
                .Select(parameter => Of(parameter.ParameterType, parameter.Name!.ToLowerInvariant())),
        ]);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.IsDefined(typeof(IdAttribute)) && property.CanWrite)
            {
                property.SetValue(value, Of(property.PropertyType, property.Name.ToLowerInvariant()));
            }
        }

        return value;
    }

    private static IInvokable Filled(IInvokable request)
    {
        foreach (var (index, parameter) in request.GetMethod().GetParameters().Index())
        {
            request.SetArgument(index, Of(parameter.ParameterType, parameter.Name!));
        }

        return request;
    }

    private static IEnumerable<MethodInfo> Methods() =>
        Contracts
            .GetTypes()
            .Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods());

    private static Type? AnswerOf(Type task) =>
        task.IsGenericType && task.GetGenericArguments()[0] is { Assembly: var home } answer && home == Contracts
            ? answer
            : null;

    private static string NameOf(Type type) =>
        type.IsGenericType
            ? $"{AliasOf(type.GetGenericTypeDefinition())}[{AliasOf(type.GetGenericArguments()[0])}]"
            : AliasOf(type);

    private static string RequestNameOf(IInvokable request)
    {
        var method = request.GetMethod();
        return $"{AliasOf(request.GetInterfaceType())}.{method.GetCustomAttribute<AliasAttribute>()?.Alias ?? method.Name}";
    }

    private static string AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.Name;

    private static bool IsCreateOfOne(MethodInfo method) =>
        method.Name == nameof(ImmutableArray.Create)
        && method.GetParameters() is [{ ParameterType.IsGenericParameter: true }];
}
