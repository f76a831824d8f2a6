using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Rollouts;

/// <summary>Waits until an instance is well, and no longer than it lives.</summary>
internal sealed class Readiness(IAgentContext context, ITarget target, Launch launch) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    public void Dispose() => client.Dispose();

    /// <returns>Null when it is well, else why not.</returns>
    public async Task<string?> WaitAsync(Instance instance, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        for (var passes = 0; ; passes++)
        {
            var fault = await AskAsync(instance, cancellationToken);
            // Something else may answer at the port of an instance that could not take it.
            if ((fault is null || passes % 5 == 4) && !await target.IsRunningAsync(instance.Id, cancellationToken))
            {
                return $"{instance.Id} ended before it was healthy. Its last lines:\n{await LastLinesAsync(instance, cancellationToken)}";
            }

            if (fault is null && !await target.ListensAsync(instance.Id, instance.Address!, cancellationToken))
            {
                fault = $"{instance.Address} is answered by something else.";
            }

            if (fault is null)
            {
                context.Log.Info($"{instance.Id} is healthy at {instance.Address}.");
                return null;
            }

            if (context.Time.GetElapsedTime(started) > launch.HealthWithin)
            {
                return $"{instance.Id} was not healthy within {DurationText.Format(launch.HealthWithin)}: {fault} Its last lines:\n{await LastLinesAsync(instance, cancellationToken)}";
            }

            await Task.Delay(Interval, context.Time, cancellationToken);
        }
    }

    /// <returns>Null when it answers well, else what it does.</returns>
    public async Task<string?> AskAsync(Instance instance, CancellationToken cancellationToken)
    {
        try
        {
            using var reply = await client.GetAsync(new Uri(instance.Address + launch.HealthPath), cancellationToken);
            return reply.IsSuccessStatusCode ? null : $"{launch.HealthPath} answers {(int)reply.StatusCode}.";
        }
        catch (HttpRequestException fault)
        {
            return $"{launch.HealthPath}: {fault.Message}.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"{launch.HealthPath} does not answer within 5 s.";
        }
    }

    private async Task<string> LastLinesAsync(Instance instance, CancellationToken cancellationToken) =>
        LaunchEnvironment.Masked(context, launch, await target.LastLinesAsync(instance.Id, cancellationToken));
}
