using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Monolith.Operations.Shutdown;

/// <summary>The end of the process, whatever still hangs, so long after the stop began.</summary>
internal sealed partial class ForcedExit(IOptions<ShutdownOptions> options, TimeProvider time, EndProcess end, ILogger<ForcedExit> log)
{
    private const int ExitCode = 1;

    private readonly Lock gate = new();
    private ITimer? timer;

    public void Arm()
    {
        lock (gate)
            timer ??= time.CreateTimer(_ => Exit(), null, options.Value.ForceExit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>All is over; for hosts that live in a process with others.</summary>
    public void Disarm()
    {
        lock (gate)
            timer?.Dispose();
    }

    private void Exit()
    {
        Forced(options.Value.ForceExit.TotalMilliseconds);
        end(ExitCode);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Shutdown: failed: it did not end within {DurationMs} ms; the process is ended")]
    private partial void Forced(double durationMs);
}

/// <summary>Ends the process at once.</summary>
internal delegate void EndProcess(int exitCode);
