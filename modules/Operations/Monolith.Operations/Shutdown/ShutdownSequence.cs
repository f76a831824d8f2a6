using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Kernel;

namespace Monolith.Operations.Shutdown;

/// <summary>
/// Runs the phases one after the other, and in each its steps, once. Whatever a step does, throws or never does, the next one
/// has its turn: a step gets an equal share of the time that its phase has left and is then left behind.
/// </summary>
internal sealed partial class ShutdownSequence(
    IEnumerable<IShutdownStep> steps, IOptions<ShutdownOptions> options, TimeProvider time, ILogger<ShutdownSequence> log)
{
    /// <summary>Null until the sequence has run to its end.</summary>
    public bool? Succeeded { get; private set; }

    public async Task RunAsync()
    {
        var all = steps.ToLookup(step => step.Phase);
        var good = true;
        foreach (var (phase, name, limit) in PhaseLimits.Of(options.Value))
            good &= await RunPhaseAsync(name, limit, [.. all[phase]]);
        Succeeded = good;
    }

    private async Task<bool> RunPhaseAsync(string phase, TimeSpan limit, IReadOnlyList<IShutdownStep> phaseSteps)
    {
        var good = true;
        var began = time.GetTimestamp();
        PhaseBegins(phase);
        for (var done = 0; done < phaseSteps.Count; done++)
        {
            var left = limit - time.GetElapsedTime(began);
            good &= await RunStepAsync(phase, phaseSteps[done], left / (phaseSteps.Count - done));
        }

        if (phase == PhaseLimits.Announcing && options.Value.Announce > TimeSpan.Zero)
            await Task.Delay(options.Value.Announce, time);
        PhaseEnded(phase, Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1));
        return good;
    }

    private async Task<bool> RunStepAsync(string phase, IShutdownStep step, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, time);
        try
        {
            // On the pool: a step that blocks its thread must not hold the sequence.
            await Task.Run(() => step.RunAsync(late.Token), CancellationToken.None).WaitAsync(late.Token);
            return true;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            StepHangs(phase, step.Name, Math.Round(limit.TotalMilliseconds));
        }
        catch (Exception broken)
        {
            StepThrew(broken, phase, step.Name);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Shutdown: {Operation} begins")]
    private partial void PhaseBegins(string operation);

    [LoggerMessage(Level = LogLevel.Information, Message = "Shutdown: {Operation} took {DurationMs} ms")]
    private partial void PhaseEnded(string operation, double durationMs);

    [LoggerMessage(Level = LogLevel.Error, Message = "Shutdown: {Operation}: {Step} did not end within {LimitMs} ms and is left behind")]
    private partial void StepHangs(string operation, string step, double limitMs);

    [LoggerMessage(Level = LogLevel.Error, Message = "Shutdown: {Operation}: {Step} failed")]
    private partial void StepThrew(Exception broken, string operation, string step);
}
