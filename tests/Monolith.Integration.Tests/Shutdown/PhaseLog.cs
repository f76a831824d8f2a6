using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Shutdown;

/// <summary>The phases of a host's stop as its log tells them, each with its duration in ms.</summary>
internal static class PhaseLog
{
    public static readonly string[] Complete = ["initiated", "draining", "saving_state", "closing_connections", "cleanup", "complete"];

    public static IReadOnlyList<(string Phase, double Milliseconds)> Of(HostProcess host) =>
    [
        .. host.Output.Split('\n')
            .Where(line => line.StartsWith('{') && line.Contains("Shutdown: ", StringComparison.Ordinal))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(entry => entry.TryGetProperty("duration_ms", out _) && entry.TryGetProperty("operation", out _))
            .Select(entry => (entry.GetProperty("operation").GetString()!, entry.GetProperty("duration_ms").GetDouble())),
    ];

    public static string Line(HostProcess host) => string.Join(", ", Of(host).Select(phase => $"{phase.Phase} {phase.Milliseconds} ms"));
}
