namespace CeActors.Local;

/// <summary>Something went wrong that the developer can mend; the message says what and how, and is all that is printed.</summary>
public sealed class LocalFault(string message) : Exception(message);
