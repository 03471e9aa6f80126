using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace CeActors.Hosting.Telemetry;

/// <summary>
/// Takes out of every span what is not known to be free of personal data, before it is sent. What is allowed is listed: paths, queries,
/// addresses, headers, ids of grains and texts of exceptions are not, nor is whatever a later version of a package may add.
/// </summary>
internal sealed class SpanCleaning : BaseProcessor<Activity>
{
    /// <summary>How the names of our own tags begin; they are given by this program and hold counts, kinds and outcomes.</summary>
    public const string OwnPrefix = "ceactors.";

    /// <summary>Tags of others that are kept: each has few values, all of them chosen by programs.</summary>
    public static readonly FrozenSet<string> Allowed = FrozenSet.ToFrozenSet(
        [
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "network.protocol.version",
            "error.type",
            "exception.type",
            "rpc.system.name",
            "rpc.method",
            "orleans.rpc.service",
            "orleans.storage.provider",
            "orleans.storage.state.name",
            "orleans.storage.state.type",
        ],
        StringComparer.Ordinal
    );

    // Of a request that we make: the storage account or the authority, never a person's machine.
    private const string ServerAddress = "server.address";

    public override void OnEnd(Activity data)
    {
        List<string>? unknown = null;
        foreach (ref readonly var tag in data.EnumerateTagObjects())
        {
            if (!IsAllowed(data, tag.Key))
            {
                (unknown ??= []).Add(tag.Key);
            }
        }

        unknown?.ForEach(key => data.SetTag(key, null));
        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }

        if (data.Events.Any())
        {
            // They cannot be taken out, and may hold the text of an exception: such a span is not sent.
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    private static bool IsAllowed(Activity span, string key) =>
        Allowed.Contains(key)
        || key.StartsWith(OwnPrefix, StringComparison.Ordinal)
        || (key == ServerAddress && span.Kind == ActivityKind.Client);
}
