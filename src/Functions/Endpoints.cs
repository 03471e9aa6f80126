using CeActors.Functions.Client;
using CeActors.Functions.Declarations;
using CeActors.Functions.Directory;
using CeActors.Functions.Evidence;
using CeActors.Functions.Professionals;
using CeActors.Functions.Registry;
using CeActors.Functions.Review;
using CeActors.Functions.Statements;
using CeActors.Functions.Verification;

namespace CeActors.Functions;

/// <summary>Every use case of the API, by noun.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        FileDeclaration.Map(routes);
        ListDeclarations.Map(routes);
        GetDeclaration.Map(routes);
        DeleteDeclaration.Map(routes);
        SaveHead.Map(routes);
        AddItem.Map(routes);
        ChangeItem.Map(routes);
        RemoveItem.Map(routes);
        ConfirmImports.Map(routes);
        SubmitDeclaration.Map(routes);
        WithdrawDeclaration.Map(routes);

        ReserveEvidence.Map(routes);
        CompleteEvidence.Map(routes);
        RemoveEvidence.Map(routes);
        GetEvidenceContent.Map(routes);
        GetUnitEvidenceContent.Map(routes);

        GetMe.Map(routes);
        GetImportedHours.Map(routes);
        GetRecognisedHours.Map(routes);
        ImportRecords.Map(routes);

        IssueStatement.Map(routes);
        ListStatements.Map(routes);
        GetStatement.Map(routes);
        GetStatementPdf.Map(routes);
        VerifyStatement.Map(routes);

        GetUnit.Map(routes);
        GetQueue.Map(routes);
        GetDone.Map(routes);
        GetCounts.Map(routes);
        GetDoneCounts.Map(routes);
        GetRoutes.Map(routes);
        GetUnitDeclaration.Map(routes);
        PassDeclaration.Map(routes);
        ReturnDeclaration.Map(routes);
        RerouteDeclaration.Map(routes);
        RevokeRecognition.Map(routes);
        SetMember.Map(routes);
        RemoveMember.Map(routes);
        StartBatch.Map(routes);
        GetBatch.Map(routes);

        RegisterUnit.Map(routes);
        GetUnitAudit.Map(routes);
        GetAccountAudit.Map(routes);
        RegisterProfessional.Map(routes);
        RegisterMember.Map(routes);
        UnregisterMember.Map(routes);
        StartVerification.Map(routes);
        GetVerification.Map(routes);

        SearchUnits.Map(routes);
        GetDirectoryEntry.Map(routes);
        GetRules.Map(routes);

        GetClientSettings.Map(routes);
    }
}
