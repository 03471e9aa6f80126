namespace CeActors.Local.Identity;

/// <summary>A demo account: signs in when its token is first needed and again before it ends.</summary>
public sealed class Account(CodeFlow flow, string subject, TimeProvider time) : IDisposable
{
    /// <summary>Password of every demo account.</summary>
    public const string Password = "demo";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _turn = new(1);
    private string? _token;
    private DateTimeOffset _endsAt;

    /// <summary>Its sign-in subject.</summary>
    public string Subject => subject;

    /// <summary>A token that is good for a minute at least.</summary>
    public async Task<string> TokenAsync(CancellationToken stopping)
    {
        await _turn.WaitAsync(stopping);
        try
        {
            if (_token is null || time.GetUtcNow() > _endsAt - RenewBefore)
            {
                var asked = time.GetUtcNow();
                (_token, var lifetime) = await flow.SignInAsync(subject, Password, stopping);
                _endsAt = asked + lifetime;
            }

            return _token;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
