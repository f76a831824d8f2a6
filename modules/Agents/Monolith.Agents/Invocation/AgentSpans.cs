using System.Diagnostics;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Invocation;

/// <summary>The spans of agents' calls and of the programs they run. Nothing is made while nobody listens.</summary>
internal static class AgentSpans
{
    private static readonly ActivitySource Source = new("Monolith.Agents");

    public static Activity? Call(AgentCall call, string plugin) => !Source.HasListeners()
        ? null
        : Source.StartActivity($"agent {call.Agent}.{call.Action}")
            ?.SetTag("monolith.run.id", call.RunId)
            .SetTag("monolith.stage.id", call.StageId)
            .SetTag("monolith.stage.attempt", call.Attempt)
            .SetTag("monolith.agent", call.Agent)
            .SetTag("monolith.action", call.Action)
            .SetTag("monolith.plugin", plugin);

    public static void Tell(Activity? span, AgentResult result)
    {
        if (result.Error is { } error)
            span?.SetTag("error.type", error.Code).SetStatus(ActivityStatusCode.Error, error.Message);
    }

    /// <summary>Arguments are left out: they may hold what is nobody's business.</summary>
    public static Activity? Program(ProgramSpec spec, AgentLog log)
    {
        if (!Source.HasListeners())
            return null;
        var before = Activity.Current;
        var name = log.Masked(Path.GetFileName(spec.FileName));
        var span = Source.StartActivity($"program {name}")?.SetTag("process.executable.name", name);
        // The agent goes on beside the program, and what it does meanwhile is not the program's.
        Activity.Current = before;
        return span;
    }

    public static void End(Activity? span, int exitCode)
    {
        span?.SetTag("process.exit.code", exitCode);
        if (exitCode != 0)
            span?.SetStatus(ActivityStatusCode.Error);
        span?.Stop();
    }

    /// <summary>What a program finds in its environment: its own span, or at least its run's trace.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables(Activity? span, AgentCall call)
    {
        if ((span?.Id ?? call.TraceParent) is { } parent)
            yield return new("TRACEPARENT", parent);
        if (span?.TraceStateString is { Length: > 0 } state)
            yield return new("TRACESTATE", state);
    }
}
