using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CeActors.DevIdentity.Accounts;

/// <summary>What became of a try to sign in.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome() { }

    /// <summary>Name and password are right.</summary>
    public sealed record Accepted(Account Account) : SignInOutcome;

    /// <summary>There is no such account, or the password is another: it is not said which.</summary>
    public sealed record Wrong : SignInOutcome;

    /// <summary>Too many wrong passwords within a minute.</summary>
    public sealed record Locked : SignInOutcome;
}

/// <summary>Checks passwords in constant time and counts the wrong ones per account.</summary>
internal sealed class SignInCheck(AccountDirectory accounts, TimeProvider time)
{
    private static readonly Account Nobody = new("", "", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), null);

    // Only accounts that exist are counted, and an entry goes with the first right password, so the size is bounded by
    // the accounts that someone is guessing at.
    private readonly ConcurrentDictionary<string, Tries> _wrong = new(StringComparer.Ordinal);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public SignInOutcome Check(string subject, string password)
    {
        var account = accounts.Find(subject);
        var right = IsPassword(password, account ?? Nobody);
        if (account is null)
        {
            return new SignInOutcome.Wrong();
        }
        var tries = _wrong.GetOrAdd(subject, _ => new Tries());
        lock (tries)
        {
            if (tries.WithinWindow(time.GetUtcNow()) >= IdentityLimits.BadTriesMax)
            {
                return new SignInOutcome.Locked();
            }
            if (!right)
            {
                tries.Add(time.GetUtcNow());
                return new SignInOutcome.Wrong();
            }
        }
        _wrong.TryRemove(new KeyValuePair<string, Tries>(subject, tries));
        return new SignInOutcome.Accepted(account);
    }

    // Equal lengths for FixedTimeEquals, so that the time does not tell the password's length either.
    private bool IsPassword(string typed, Account account) =>
        CryptographicOperations.FixedTimeEquals(Mac(typed), Mac(account.Password));

    private byte[] Mac(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));

    private sealed class Tries
    {
        private readonly Queue<DateTimeOffset> _at = new();

        public void Add(DateTimeOffset now) => _at.Enqueue(now);

        public int WithinWindow(DateTimeOffset now)
        {
            while (_at.TryPeek(out var first) && now - first >= IdentityLimits.BadTriesWindow)
            {
                _at.Dequeue();
            }
            return _at.Count;
        }
    }
}
