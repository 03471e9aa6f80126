using Microsoft.EntityFrameworkCore;

namespace CeActors.Benchmarks.EntityFrameworkPeer;

/// <summary>POST /api/units/{unit}/declarations/{id}/pass: to the next unit, or recognised when there is none.</summary>
public static class PassDeclaration
{
    public static async Task<IResult> HandleAsync(
        HttpContext http,
        string unit,
        Guid id,
        PassBody body,
        DeclarationsDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        string? key = http.Request.Headers["Idempotency-Key"];
        string? actor = http.Request.Headers["X-Person"];
        if (key is null || actor is null)
        {
            return Commands.Refuse(400, "header-required");
        }

        var fingerprint = $"{unit}|{id:N}|{body.NextUnitCode}|{body.Opinion}";
        var declaration = await database.FindDeclarationAsync(id, cancellationToken);
        if (declaration is null)
        {
            return Commands.Refuse(404, "not-found");
        }

        // A repetition meets a declaration that has moved on; only then is the key looked up.
        if (http.Request.Headers.IfMatch != $"\"v{declaration.Version}-r1\"" || declaration.HolderUnitCode != unit)
        {
            return await Commands.RepeatAsync(database, key, fingerprint, cancellationToken)
                ?? Commands.Refuse(412, "stale");
        }

        var now = time.GetUtcNow();
        Move(database, declaration, actor, unit, body, now);
        database.Commands.Add(Commands.Remember(key, fingerprint, declaration, now));
        return await Commands.TrySaveAsync(database, cancellationToken)
            ? Commands.Accept(http, declaration, isNew: false)
            : await Commands.RepeatAsync(database, key, fingerprint, cancellationToken)
                ?? Commands.Refuse(412, "stale");
    }

    private static void Move(
        DeclarationsDatabase database,
        DeclarationRow declaration,
        string actor,
        string unit,
        PassBody body,
        DateTimeOffset now
    )
    {
        var isFinal = body.NextUnitCode is null;
        var line = new QueueRow
        {
            DeclarationId = declaration.Id,
            UnitCode = unit,
            HeldSince = declaration.HeldSince,
            Version = declaration.Version,
            PersonId = declaration.PersonId,
            EmployerCode = declaration.EmployerCode,
            SubmittedAt = declaration.SubmittedAt,
        };
        database.Queue.Attach(line);
        declaration.Version++;
        declaration.HeldSince = now;
        declaration.HolderUnitCode = body.NextUnitCode;
        declaration.Status = isFinal
            ? PeerStatus.Recognised
            : (PeerStatus)Math.Min((int)PeerStatus.PendingAgency, (int)declaration.Status + 1);
        if (isFinal)
        {
            database.Entry(line).State = EntityState.Deleted;
        }
        else
        {
            line.UnitCode = body.NextUnitCode!;
            line.HeldSince = now;
            line.Version = declaration.Version;
        }

        database.History.Add(
            new HistoryRow
            {
                DeclarationId = declaration.Id,
                Version = declaration.Version,
                Action = isFinal ? "recognised" : "passed",
                At = now,
                ActorPersonId = actor,
                UnitCode = unit,
                NextUnitCode = body.NextUnitCode,
                Opinion = body.Opinion,
            }
        );
    }
}
