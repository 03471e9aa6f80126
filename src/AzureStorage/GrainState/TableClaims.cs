using System.Collections.Concurrent;

namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// Which provider of a silo has which tables. Two with the same prefix on one account would read and overwrite each
/// other's documents: names of tables do not tell capitals apart.
/// </summary>
internal sealed class TableClaims
{
    private readonly ConcurrentDictionary<(string Account, string Prefix), string> _owners = new();

    /// <summary>Takes the tables for a provider; taking them again for the same one changes nothing.</summary>
    /// <exception cref="InvalidOperationException">Another provider has them.</exception>
    public void Take(string provider, GroupCommitOptions options)
    {
        foreach (var account in options.Accounts)
        {
            var owner = _owners.GetOrAdd((account.Name, options.TablePrefix.ToUpperInvariant()), provider);
            if (owner != provider)
            {
                throw new InvalidOperationException(
                    $"Storages '{owner}' and '{provider}' would share the tables '{options.TablePrefix}…' of account "
                        + $"'{account.Name}': give each a table prefix of its own."
                );
            }
        }
    }
}
