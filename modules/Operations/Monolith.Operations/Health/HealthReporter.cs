using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Monolith.Operations.Health;

/// <summary>Runs the checks side by side, each within its time, and puts the report together.</summary>
internal sealed class HealthReporter(
    IEnumerable<IHealthCheck> checks,
    FilesystemCheck filesystem,
    IHostApplicationLifetime lifetime,
    IOptions<HealthOptions> options,
    TimeProvider time)
{
    private readonly SharedLook looks = new();
    private readonly DateTimeOffset started = StartOfProcess();

    /// <summary>In ms, since the process began.</summary>
    public double Uptime => (time.GetUtcNow() - started).TotalMilliseconds;

    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    public async Task<IReadOnlyDictionary<string, ComponentHealth>> LookAsync(bool detailed)
    {
        var asked = detailed ? checks.Append(filesystem) : checks;
        var found = await Task.WhenAll(asked.Select(async check => (check.Component, Health: await LookAsync(check))));
        return found.ToDictionary(part => part.Component, part => part.Health);
    }

    private static DateTimeOffset StartOfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.StartTime.ToUniversalTime();
    }

    private async Task<ComponentHealth> LookAsync(IHealthCheck check)
    {
        var began = time.GetTimestamp();
        var result = await WithinTimeAsync(check);
        var took = time.GetElapsedTime(began);
        if (result.Status == HealthStatus.Healthy && took >= check.DegradedFrom)
            result = result with { Status = HealthStatus.Degraded, Message = $"answers slowly, in {took.TotalMilliseconds:0} ms" };
        return new ComponentHealth(result.Status, result.Message, time.GetUtcNow(), took.TotalMilliseconds, result.Details);
    }

    private async Task<CheckResult> WithinTimeAsync(IHealthCheck check)
    {
        var patience = TimeSpan.FromMilliseconds(options.Value.TimeoutMs);
        try
        {
            // Left behind when late: a check that hangs without heeding its token must not hang the report.
            return await looks.AtAsync(check, patience).WaitAsync(patience);
        }
        catch (Exception late) when (late is OperationCanceledException or TimeoutException { InnerException: null })
        {
            return new CheckResult(HealthStatus.Unhealthy, $"no answer within {options.Value.TimeoutMs} ms");
        }
        catch (Exception broken)
        {
            return new CheckResult(HealthStatus.Unhealthy, (broken.InnerException ?? broken).Message);
        }
    }
}
