using System.Text.Json;
using CeActors.AzureStorage.Inspection;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Review;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Statements;
using CeActors.Grains.Storage;
using CeActors.Verification.Findings;

namespace CeActors.Verification.Documents;

/// <summary>A stored document and what it says, or why it says nothing.</summary>
/// <param name="Stored">As stored.</param>
/// <param name="Document">One of the seven types of documents; null with a fault.</param>
/// <param name="Fault">What is wrong; null when it was read.</param>
/// <param name="Detail">How it is wrong.</param>
internal readonly record struct DocumentReading(
    StoredDocument Stored,
    object? Document,
    FindingKind? Fault,
    string? Detail
)
{
    /// <summary>Reads a document whole, as its grain would.</summary>
    public static DocumentReading Of(string provider, StoredDocument stored)
    {
        if (DocumentKinds.Of(provider, stored.Name) is not { } kind)
        {
            var name = stored.Name;
            return Bad(
                stored,
                FindingKind.DocumentOfUnknownKind,
                $"grain '{name.GrainType}', state '{name.StateName}'"
            );
        }

        if (!stored.IsWhole)
        {
            return Bad(stored, FindingKind.DocumentDamaged, stored.Damage!);
        }

        try
        {
            var document = JsonSerializer.Deserialize(stored.Content.ToMemory().Span, kind.Type, DocumentJson.Options);
            if (document is null)
            {
                return Bad(stored, FindingKind.DocumentUnreadable, "it is null");
            }

            RequireState(document);
            return new DocumentReading(stored, document, null, null);
        }
        catch (DocumentTooNewException exception)
        {
            return Bad(stored, FindingKind.DocumentTooNew, exception.Message);
        }
        catch (JsonException exception)
        {
            // The exception's own message and path may hold what people typed.
            var place = $"line {exception.LineNumber}, byte {exception.BytePositionInLine}";
            return Bad(stored, FindingKind.DocumentUnreadable, $"it is not the expected JSON at {place}");
        }
        catch (FormatException exception)
        {
            return Bad(stored, FindingKind.DocumentUnreadable, exception.Message);
        }
        catch (Exception exception)
        {
            return Bad(stored, FindingKind.DocumentUnreadable, $"a {exception.GetType().Name} was thrown");
        }
    }

    // What a document says is made at its first use; a check must meet what is wrong with it here.
    private static object? RequireState(object document) =>
        document switch
        {
            DeclarationDocument declaration => declaration.State,
            ProfessionalDocument professional => professional.State,
            StatementDocument statement => statement.State,
            ReviewUnitDocument unit => unit.State,
            ResidentRegisterDocument register => register.ToDomain(),
            BatchReviewDocument or UnitTreeDocument => null,
            _ => throw new InvalidOperationException($"{document.GetType().Name} is no document."),
        };

    private static DocumentReading Bad(StoredDocument stored, FindingKind fault, string detail) =>
        new(stored, null, fault, detail);
}
