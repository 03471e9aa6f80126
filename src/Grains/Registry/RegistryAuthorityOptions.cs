using System.Collections.Frozen;

namespace CeActors.Grains.Registry;

/// <summary>Who, by person id, may do what no unit's member may; from the silo's settings.</summary>
public sealed class RegistryAuthorityOptions
{
    /// <summary>Those who register units and professionals.</summary>
    public FrozenSet<string> AdministratorPersonIds { get; set; } = FrozenSet<string>.Empty;

    /// <summary>The accounts of the training platform, which bring imported hours.</summary>
    public FrozenSet<string> TrainingPlatformPersonIds { get; set; } = FrozenSet<string>.Empty;
}
