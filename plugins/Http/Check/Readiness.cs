using System.Text.Json;
using Monolith.Plugins.Http.Calls;

namespace Monolith.Plugins.Http.Check;

/// <summary>Waits until a program that was started answers, and no longer than it lives.</summary>
internal static class Readiness
{
    private static readonly TimeSpan DefaultWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static async Task<AgentResult?> WaitAsync(
        IAgentContext context, HttpCaller caller, JsonElement serve, IRunningProgram program, CancellationToken cancellationToken)
    {
        var within = serve.Duration("readyWithin", DefaultWithin);
        var call = CallSpec.Ready(serve.RequiredText("readyUrl"));
        var (result, _) = await new Polling(context.Time, within, Interval)
            .CallAsync(caller, call, program.Exited, cancellationToken);
        if (program.Exited.IsCompleted)
        {
            return EarlyExit.Failure("before it was ready", await program.Exited);
        }

        if (result.Fault is { Kind: CallFaultKind.Refused } refused)
        {
            return refused.ToFailure(call.Name);
        }

        if (result.Fault is { } fault)
        {
            return Failed.TimedOut(
                $"The program was not ready within {DurationText.Format(within)}. {call.Name}: {fault.Message}");
        }

        context.Log.Info($"ready: {call.Name}");
        return null;
    }
}
