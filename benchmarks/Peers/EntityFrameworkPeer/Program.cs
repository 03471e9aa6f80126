using CeActors.Benchmarks.EntityFrameworkPeer;
using Microsoft.EntityFrameworkCore;
using Npgsql;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.ConfigureHttpJsonOptions(json =>
    json.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default)
);

// Prepared statements and both pools: what a careful team would switch on.
var connection = new NpgsqlConnectionStringBuilder(builder.Configuration["Database:ConnectionString"])
{
    MaxPoolSize = 64,
    MaxAutoPrepare = 50,
    AutoPrepareMinUsages = 2,
    NoResetOnClose = true,
};
await using var source = new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
builder.Services.AddDbContextPool<DeclarationsDatabase>(options =>
    options.UseNpgsql(source).EnableThreadSafetyChecks(false)
);

var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    await scope.ServiceProvider.GetRequiredService<DeclarationsDatabase>().Database.EnsureCreatedAsync();
}

app.MapGet("/health/ready", () => Results.Ok());
app.MapPost("/api/declarations", FileDeclaration.HandleAsync);
app.MapPost("/api/units/{unit}/declarations/{id:guid}/pass", PassDeclaration.HandleAsync);
await app.RunAsync();
