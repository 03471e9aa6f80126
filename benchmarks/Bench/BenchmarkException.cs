namespace CeActors.Benchmarks;

/// <summary>A run that cannot go on, for a reason that the reader can act on: shown without a stack trace.</summary>
public sealed class BenchmarkException(string message, Exception? inner = null) : Exception(message, inner);
