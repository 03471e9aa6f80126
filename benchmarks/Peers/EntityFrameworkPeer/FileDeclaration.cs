using System.Security.Cryptography;
using System.Text;

namespace CeActors.Benchmarks.EntityFrameworkPeer;

/// <summary>POST /api/declarations: a declaration in one body, submitted to the employer.</summary>
public static class FileDeclaration
{
    public static async Task<IResult> HandleAsync(
        HttpContext http,
        FileBody body,
        DeclarationsDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        string? key = http.Request.Headers["Idempotency-Key"];
        string? person = http.Request.Headers["X-Person"];
        string? employer = http.Request.Headers["X-Employer"];
        if (key is null || person is null || employer is null)
        {
            return Commands.Refuse(400, "header-required");
        }

        var head = body.Head.GetRawText();
        var items = body.Items.GetRawText();
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head + items)));
        var now = time.GetUtcNow();
        var declaration = new DeclarationRow
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person,
            EmployerCode = employer,
            Status = PeerStatus.PendingEmployer,
            Version = 1,
            HolderUnitCode = employer,
            HeldSince = now,
            Head = head,
            Items = items,
            SubmittedAt = now,
        };
        database.Declarations.Add(declaration);
        database.History.Add(
            new HistoryRow
            {
                DeclarationId = declaration.Id,
                Version = 1,
                Action = "submitted",
                At = now,
                ActorPersonId = person,
                UnitCode = null,
                NextUnitCode = employer,
                Opinion = null,
            }
        );
        database.Queue.Add(
            new QueueRow
            {
                DeclarationId = declaration.Id,
                UnitCode = employer,
                HeldSince = now,
                Version = 1,
                PersonId = person,
                EmployerCode = employer,
                SubmittedAt = now,
            }
        );
        database.Commands.Add(Commands.Remember(key, fingerprint, declaration, now));

        // A repeated key shows itself by the unique key of its table: no read before the write in the common case.
        return await Commands.TrySaveAsync(database, cancellationToken)
            ? Commands.Accept(http, declaration, isNew: true)
            : await Commands.RepeatAsync(database, key, fingerprint, cancellationToken)
                ?? Commands.Refuse(409, "conflict");
    }
}
