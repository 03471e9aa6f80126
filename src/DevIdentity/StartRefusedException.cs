namespace CeActors.DevIdentity;

/// <summary>The provider must not or cannot start; the message tells the developer what to change.</summary>
public sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
