using System.Diagnostics;

namespace CeActors.Hosting.Telemetry;

/// <summary>
/// Passes our traces on and takes none over: a client of the outside could otherwise have every request of its own traced, or put
/// it into a trace of somebody else.
/// </summary>
internal sealed class OwnTraces : DistributedContextPropagator
{
    public static readonly OwnTraces Instance = new();

    private readonly DistributedContextPropagator _inner = CreateW3CPropagator();

    public override IReadOnlyCollection<string> Fields => _inner.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) =>
        _inner.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(
        object? carrier,
        PropagatorGetterCallback? getter,
        out string? traceId,
        out string? traceState
    )
    {
        traceId = null;
        traceState = null;
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
        object? carrier,
        PropagatorGetterCallback? getter
    ) => null;
}
