using CeActors.AzureStorage.Inspection;

namespace CeActors.Backup;

/// <summary>Whose documents have changed since they were copied.</summary>
internal sealed class ChangedPeople
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<DocumentName>> _people = new(StringComparer.Ordinal);
    private readonly HashSet<DocumentName> _alone = [];

    /// <summary>Persons with those of their documents that were seen to change.</summary>
    public IReadOnlyDictionary<string, HashSet<DocumentName>> People => _people;

    /// <summary>Changed documents of nobody, registers of residents apart.</summary>
    public IEnumerable<DocumentName> Alone => _alone.Where(name => !DocumentPeople.IsRegister(name));

    /// <summary>Changed registers of residents.</summary>
    public IEnumerable<DocumentName> Registers => _alone.Where(DocumentPeople.IsRegister);

    public void Add(StoredDocument document)
    {
        lock (_gate)
        {
            if (DocumentPeople.PersonOf(document) is not { } person)
            {
                _alone.Add(document.Name);
                return;
            }

            if (!_people.TryGetValue(person, out var documents))
            {
                _people.Add(person, documents = []);
            }

            documents.Add(document.Name);
        }
    }
}
