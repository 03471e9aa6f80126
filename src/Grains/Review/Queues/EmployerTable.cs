using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;

namespace CeActors.Grains.Review.Queues;

/// <summary>The employers named in a list, each text once, with how many entries each has.</summary>
internal sealed class EmployerTable
{
    private readonly Dictionary<(string Code, string Name), int> _numbers = [];
    private readonly List<Employer> _employers = [];
    private readonly Stack<int> _free = [];

    /// <summary>One more than the highest number given.</summary>
    public int Length => _employers.Count;

    /// <summary>The employer of a number.</summary>
    public Employer this[int number] => _employers[number];

    /// <summary>Counts one more entry of an employer and returns its number.</summary>
    public int Add(string code, string name)
    {
        if (!_numbers.TryGetValue((code, name), out var number))
        {
            var employer = new Employer(code, name, ChineseOrder.KeyOf(name));
            if (_free.TryPop(out number))
            {
                _employers[number] = employer;
            }
            else
            {
                number = _employers.Count;
                _employers.Add(employer);
            }

            _numbers.Add((code, name), number);
        }

        _employers[number].Count++;
        return number;
    }

    /// <summary>Counts one entry less; an employer without entries is forgotten.</summary>
    public void Remove(int number)
    {
        var employer = _employers[number];
        if (--employer.Count == 0)
        {
            _numbers.Remove((employer.Code, employer.Name));
            _free.Push(number);
        }
    }

    /// <summary>
    /// The employers with the most entries, descending, ties by code. One that changed its name is counted once, under the
    /// name that most entries have.
    /// </summary>
    public IEnumerable<EmployerCount> Largest(int countMax) =>
        _numbers
            .Values.Select(number => _employers[number])
            .GroupBy(employer => employer.Code, StringComparer.Ordinal)
            .Select(names => new EmployerCount(
                new UnitReference(names.Key, names.MaxBy(employer => employer.Count)!.Name),
                names.Sum(employer => employer.Count)
            ))
            .OrderByDescending(employer => employer.Count)
            .ThenBy(employer => employer.Employer.Code, StringComparer.Ordinal)
            .Take(countMax);

    internal sealed class Employer(string code, string name, byte[] nameKey)
    {
        public string Code { get; } = code;

        public string Name { get; } = name;

        public byte[] NameKey { get; } = nameKey;

        public int Count { get; set; }
    }
}
