using System.Text.Json.Serialization;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Professionals;

/// <summary>A register of residents at rest, version 1 of its form. Each write of it replaces the one before, so two activations cannot both reserve.</summary>
public sealed record ResidentRegisterDocument
{
    /// <summary>The version of the form that this program writes, and the newest it reads.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the form. It comes first, so that a newer form is refused before anything else of it is read.</summary>
    [JsonPropertyName("v"), JsonPropertyOrder(-1)]
    public int SchemaVersion
    {
        get;
        set => field = DocumentTooNewException.Checked("residents", value, CurrentSchemaVersion);
    } = CurrentSchemaVersion;

    /// <summary>Number of the reservation made last.</summary>
    [JsonPropertyName("n")]
    public long LastNumber { get; init; }

    /// <summary>In no order; at most <see cref="ResidentRegister.ReservationsMax"/>.</summary>
    [JsonPropertyName("r")]
    public ResidentReservationPart[] Reservations { get; init; } = [];

    /// <summary>As the domain knows it.</summary>
    public ResidentRegister ToDomain() =>
        new(
            LastNumber,
            [
                .. Reservations.Select(reserved => new ResidentReservation(
                    reserved.Digest,
                    Domain.Identity.PersonId.Parse(reserved.PersonId),
                    reserved.Number
                )),
            ]
        );

    internal static ResidentRegisterDocument Of(ResidentRegister state) =>
        new()
        {
            LastNumber = state.LastNumber,
            Reservations =
            [
                .. state.Reservations.Select(reserved => new ResidentReservationPart
                {
                    Digest = reserved.Digest,
                    PersonId = reserved.PersonId.Value,
                    Number = reserved.Number,
                }),
            ],
        };
}

/// <summary>A reserved resident id at rest.</summary>
public sealed record ResidentReservationPart
{
    /// <summary>Stands for the id (<see cref="ResidentId.RegisterDigest"/>).</summary>
    [JsonPropertyName("h")]
    public string Digest { get; init; } = "";

    [JsonPropertyName("p")]
    public string PersonId { get; init; } = "";

    [JsonPropertyName("n")]
    public long Number { get; init; }

    /// <summary>Never the digest.</summary>
    public override string ToString() => $"reservation {Number}";
}
