using CeActors.Contracts;

namespace CeActors.Functions.Http;

/// <summary>The person who asks, as the token says; present on every endpoint that needs a sign-in.</summary>
internal readonly record struct SignedIn(Caller Caller)
{
    /// <summary>Claim that authentication adds: the opaque person id of the token's subject.</summary>
    public const string PersonIdClaim = "ce_person";

    /// <summary>Called by the framework for each request.</summary>
    public static ValueTask<SignedIn> BindAsync(HttpContext context) => new(new SignedIn(CallerOf(context)));

    /// <exception cref="InvalidOperationException">The endpoint does not require a sign-in.</exception>
    public static Caller CallerOf(HttpContext context) =>
        context.User.FindFirst(PersonIdClaim) is { } claim
            ? new Caller(claim.Value)
            : throw new InvalidOperationException("An endpoint that takes a caller must require a sign-in.");
}
