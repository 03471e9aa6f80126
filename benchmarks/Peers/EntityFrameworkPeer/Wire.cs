using System.Text.Json;
using System.Text.Json.Serialization;

namespace CeActors.Benchmarks.EntityFrameworkPeer;

/// <summary>Body of a filing; head and items are kept as they came.</summary>
public sealed record FileBody(JsonElement Head, JsonElement Items, bool Submit);

/// <summary>Body of a pass; no next unit at an agency, whose pass recognises.</summary>
public sealed record PassBody(string? NextUnitCode, string? Opinion);

/// <summary>The short answer to every command.</summary>
public sealed record Receipt(Guid DeclarationId, PeerStatus Status, long Version, string? HolderUnitCode);

/// <summary>What went wrong, as RFC 9457 wants it.</summary>
public sealed record PeerProblem(string Title, int Status, string Code);

/// <summary>Generated serializers: reflection would cost the peer time that it does not deserve to lose.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FileBody))]
[JsonSerializable(typeof(PassBody))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(PeerProblem))]
public sealed partial class PeerJson : JsonSerializerContext;
