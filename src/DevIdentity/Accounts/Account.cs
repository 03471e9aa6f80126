namespace CeActors.DevIdentity.Accounts;

/// <summary>A demo account.</summary>
/// <param name="Subject">What a person types to sign in, and the subject of the tokens.</param>
/// <param name="Name">Full name.</param>
/// <param name="Password">Password, in the clear: demo accounts have no secrets.</param>
/// <param name="Description">Who this is, for the list on the login page; null or empty shows none.</param>
internal sealed record Account(string Subject, string Name, string Password, string? Description);
