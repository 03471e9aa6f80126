using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CeActors.Benchmarks.EntityFrameworkPeer;

/// <summary>What the two endpoints share: one transaction a command, and the answer to a command that was carried out before.</summary>
public static class Commands
{
    /// <summary>The answer of the first time; null when the key is new. The same key with another body is a conflict.</summary>
    public static async Task<IResult?> RepeatAsync(
        DeclarationsDatabase database,
        string key,
        string fingerprint,
        CancellationToken cancellationToken
    )
    {
        var known = await database.FindCommandAsync(key, cancellationToken);
        return known switch
        {
            null => null,
            _ when known.Fingerprint != fingerprint => Refuse(422, "command-id-reused"),
            _ => Results.Ok(new Receipt(known.DeclarationId, known.Status, known.Version, known.HolderUnitCode)),
        };
    }

    /// <summary>
    /// Saves everything in one transaction. False when somebody else was first: the declaration has moved, or the key is
    /// taken.
    /// </summary>
    public static async Task<bool> TrySaveAsync(DeclarationsDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException failure)
            when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    /// <summary>The command's row, to be saved with what it did.</summary>
    public static CommandRow Remember(string key, string fingerprint, DeclarationRow declaration, DateTimeOffset now) =>
        new()
        {
            Key = key,
            Fingerprint = fingerprint,
            DeclarationId = declaration.Id,
            Version = declaration.Version,
            Status = declaration.Status,
            HolderUnitCode = declaration.HolderUnitCode,
            At = now,
        };

    /// <summary>The receipt, with the version as ETag.</summary>
    public static IResult Accept(HttpContext http, DeclarationRow declaration, bool isNew)
    {
        var receipt = new Receipt(declaration.Id, declaration.Status, declaration.Version, declaration.HolderUnitCode);
        http.Response.Headers.ETag = $"\"v{declaration.Version}-r1\"";
        return isNew ? Results.Created($"/api/declarations/{declaration.Id}", receipt) : Results.Ok(receipt);
    }

    /// <summary>A problem document.</summary>
    public static IResult Refuse(int status, string code) =>
        Results.Json(
            new PeerProblem(code, status, code),
            PeerJson.Default.PeerProblem,
            "application/problem+json",
            status
        );
}
