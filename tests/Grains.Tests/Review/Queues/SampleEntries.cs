using CeActors.Contracts.Declarations;

namespace CeActors.Grains.Tests.Review.Queues;

/// <summary>Entries made by a seed: the same ones each time.</summary>
internal sealed class SampleEntries(int seed, int employers = 40)
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高";
    private const string GivenNames = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国";
    private readonly Random _random = new(seed);

    public static string IdOf(int number) => $"{number % 8:000}-{number:d26}";

    public QueueEntry Next(int number, long version = 1)
    {
        var employer = _random.Next(employers);
        var submitted = Start.AddMinutes(_random.Next(60 * 24 * 30));
        var fromYear = _random.Next(2019, 2026);
        return new QueueEntry(
            IdOf(number),
            version,
            $"p{number:d24}",
            $"{Pick(Surnames)}{Pick(GivenNames)}{(_random.Next(3) == 0 ? "" : Pick(GivenNames))}",
            $"E{employer:d5}",
            $"{Pick(Surnames)}家坪第{employer}中学",
            DeclarationStatus.PendingEmployer,
            fromYear,
            Math.Min(2025, fromYear + _random.Next(5)),
            _random.Next(40, 400),
            _random.Next(4) == 0 ? null : "intermediate",
            submitted,
            submitted.AddMinutes(_random.Next(60 * 24 * 3)),
            _random.Next(2) == 0
        );
    }

    private string Pick(string letters) => letters[_random.Next(letters.Length)].ToString();
}
