using System.Text.Json;
using System.Text.Json.Serialization;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Registry;
using CeActors.Contracts.Review;
using CeActors.Contracts.Rules;
using CeActors.Contracts.Statements;
using CeActors.Contracts.Verification;
using CeActors.Functions.Client;
using CeActors.Functions.Declarations;
using CeActors.Functions.Evidence;
using CeActors.Functions.Hosting;
using CeActors.Functions.Professionals;
using CeActors.Functions.Registry;
using CeActors.Functions.Review;
using CeActors.Functions.Statements;

namespace CeActors.Functions.Http;

/// <summary>The JSON of this API, generated at build: strict in what it reads, plain in what it writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = RequestLimits.JsonDepthMax,
    Converters = [typeof(UnitRolesConverter), typeof(CamelCaseEnumConverter)]
)]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(NoBody))]
[JsonSerializable(typeof(FileDeclarationRequest))]
[JsonSerializable(typeof(DraftHead))]
[JsonSerializable(typeof(DraftItem))]
[JsonSerializable(typeof(ConfirmImportsRequest))]
[JsonSerializable(typeof(DeclarationReceipt))]
[JsonSerializable(typeof(DeclarationView))]
[JsonSerializable(typeof(DeclarationList))]
[JsonSerializable(typeof(ReserveEvidenceRequest))]
[JsonSerializable(typeof(EvidenceReservation))]
[JsonSerializable(typeof(ImportedHoursList))]
[JsonSerializable(typeof(RecognisedHours))]
[JsonSerializable(typeof(MeView))]
[JsonSerializable(typeof(ClientSettingsView))]
[JsonSerializable(typeof(IssueStatementRequest))]
[JsonSerializable(typeof(StatementView))]
[JsonSerializable(typeof(StatementList))]
[JsonSerializable(typeof(StatementVerification))]
[JsonSerializable(typeof(PassRequest))]
[JsonSerializable(typeof(ReturnRequest))]
[JsonSerializable(typeof(RerouteRequest))]
[JsonSerializable(typeof(RevokeRequest))]
[JsonSerializable(typeof(SetMemberRequest))]
[JsonSerializable(typeof(StartBatchRequest))]
[JsonSerializable(typeof(BatchView))]
[JsonSerializable(typeof(QueuePage))]
[JsonSerializable(typeof(QueueCounts))]
[JsonSerializable(typeof(DoneCounts))]
[JsonSerializable(typeof(RouteChoices))]
[JsonSerializable(typeof(UnitView))]
[JsonSerializable(typeof(UnitAudit))]
[JsonSerializable(typeof(AccountAudit))]
[JsonSerializable(typeof(RegisterUnitRequest))]
[JsonSerializable(typeof(RegisterProfessionalRequest))]
[JsonSerializable(typeof(RegisterMemberRequest))]
[JsonSerializable(typeof(ProfessionalSummary))]
[JsonSerializable(typeof(ImportRecordsRequest))]
[JsonSerializable(typeof(ImportReceipt))]
[JsonSerializable(typeof(DirectoryPage))]
[JsonSerializable(typeof(DirectoryEntry))]
[JsonSerializable(typeof(RuleSetView))]
[JsonSerializable(typeof(VerificationView))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The options that requests are read and answers are written with.</summary>
    public static JsonSerializerOptions Wire => WireOptions.Value;

    // A class of its own, so that it is made after the generated part's own statics.
    private static class WireOptions
    {
        public static readonly JsonSerializerOptions Value = Make();

        private static JsonSerializerOptions Make()
        {
            var options = new JsonSerializerOptions(Default.Options)
            {
                // Chinese stays readable, and half the size; the media type and nosniff keep it from being taken for markup.
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                TypeInfoResolver = Default,
            };
            options.MakeReadOnly();
            return options;
        }
    }
}

/// <summary>Enums as camelCase words; numbers are refused.</summary>
internal sealed class CamelCaseEnumConverter()
    : JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>A set of roles as an array of camelCase words, each once.</summary>
internal sealed class UnitRolesConverter : JsonConverter<UnitRoles>
{
    /// <summary>Every role with its word.</summary>
    public static readonly IReadOnlyList<(UnitRoles Role, string Word)> Words =
    [
        .. Enum.GetValues<UnitRoles>()
            .Where(role => role != UnitRoles.None)
            .Select(role => (role, JsonNamingPolicy.CamelCase.ConvertName(role.ToString()))),
    ];

    /// <inheritdoc />
    public override UnitRoles Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var roles = UnitRoles.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            var role = Words.FirstOrDefault(known => known.Word == word).Role;
            if (role == UnitRoles.None)
            {
                throw new JsonException();
            }

            roles |= role;
        }

        return roles;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, UnitRoles value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (role, word) in Words)
        {
            if (value.HasFlag(role))
            {
                writer.WriteStringValue(word);
            }
        }

        writer.WriteEndArray();
    }
}
