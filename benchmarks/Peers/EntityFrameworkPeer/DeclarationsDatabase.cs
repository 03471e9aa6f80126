using Microsoft.EntityFrameworkCore;

namespace CeActors.Benchmarks.EntityFrameworkPeer;

/// <summary>The peer's tables. Indexes serve the queue (by unit and age), the unit's done list and a person's declarations.</summary>
public sealed class DeclarationsDatabase(DbContextOptions<DeclarationsDatabase> options) : DbContext(options)
{
    private static readonly Func<DeclarationsDatabase, Guid, CancellationToken, Task<DeclarationRow?>> ById =
        EF.CompileAsyncQuery(
            (DeclarationsDatabase database, Guid id, CancellationToken _) =>
                database.Declarations.FirstOrDefault(row => row.Id == id)
        );

    private static readonly Func<DeclarationsDatabase, string, CancellationToken, Task<CommandRow?>> ByKey =
        EF.CompileAsyncQuery(
            (DeclarationsDatabase database, string key, CancellationToken _) =>
                database.Commands.AsNoTracking().FirstOrDefault(row => row.Key == key)
        );

    public DbSet<DeclarationRow> Declarations => Set<DeclarationRow>();
    public DbSet<HistoryRow> History => Set<HistoryRow>();
    public DbSet<QueueRow> Queue => Set<QueueRow>();
    public DbSet<CommandRow> Commands => Set<CommandRow>();

    /// <summary>The declaration, tracked; null when there is none.</summary>
    public Task<DeclarationRow?> FindDeclarationAsync(Guid id, CancellationToken cancellationToken) =>
        ById(this, id, cancellationToken);

    /// <summary>The command that was carried out under this key; null when none was.</summary>
    public Task<CommandRow?> FindCommandAsync(string key, CancellationToken cancellationToken) =>
        ByKey(this, key, cancellationToken);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<DeclarationRow>(table =>
        {
            table.ToTable("declarations").HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.Property(row => row.Version).IsConcurrencyToken();
            table.Property(row => row.Head).HasColumnType("jsonb");
            table.Property(row => row.Items).HasColumnType("jsonb");
            table.HasIndex(row => row.PersonId);
        });
        model.Entity<HistoryRow>(table =>
        {
            table.ToTable("history").HasKey(row => new { row.DeclarationId, row.Version });
            table.HasIndex(row => new { row.UnitCode, row.At });
        });
        model.Entity<QueueRow>(table =>
        {
            table.ToTable("queue").HasKey(row => row.DeclarationId);
            table.Property(row => row.DeclarationId).ValueGeneratedNever();
            table.HasIndex(row => new
            {
                row.UnitCode,
                row.HeldSince,
                row.DeclarationId,
            });
        });
        model.Entity<CommandRow>(table => table.ToTable("commands").HasKey(row => row.Key));
    }
}
