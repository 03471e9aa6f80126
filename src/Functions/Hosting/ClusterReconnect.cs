using CeActors.Contracts.Rules;

namespace CeActors.Functions.Hosting;

/// <summary>
/// Looks for the cluster again after it was lost. The client connects only to send something, and requests are turned away while
/// nothing is connected: somebody has to ask, or a front that nobody is sent to would never be ready again.
/// </summary>
internal sealed partial class ClusterReconnect(
    ClusterConnection connection,
    IClusterClient cluster,
    TimeProvider time,
    ILogger<ClusterReconnect> logger
) : BackgroundService
{
    /// <summary>How often it looks whether the cluster is lost and, if it is, asks for it.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>How long one question may take; a silo that is going may have taken it along.</summary>
    public static readonly TimeSpan AnswerTimeLimit = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (connection is { IsStarted: true, IsConnected: false })
            {
                await AskAsync(stoppingToken);
            }
        }
    }

    private async Task AskAsync(CancellationToken stoppingToken)
    {
        try
        {
            await cluster.GetGrain<IRuleBook>(0).GetCurrentAsync().WaitAsync(AnswerTimeLimit, time, stoppingToken);
            // Said here too: what the client tells of connections that come and go may arrive in another order.
            connection.OnAnswer();
            Found();
        }
        catch (Exception exception)
            when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            StillAway(exception.GetType().Name);
        }
    }

    [LoggerMessage(EventId = 11, Level = LogLevel.Information, Message = "The cluster answers again")]
    private partial void Found();

    [LoggerMessage(EventId = 12, Level = LogLevel.Debug, Message = "The cluster is still away ({Kind})")]
    private partial void StillAway(string kind);
}
