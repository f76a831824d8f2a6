using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Logs;

internal static class LogLine
{
    /// <returns>The JSON lines that a host has written so far.</returns>
    public static IReadOnlyList<JsonElement> Of(HostProcess host) =>
        [.. host.Output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonElement.Parse(line))];

    /// <summary>Waits for a line; a process's output comes later than its answers.</summary>
    public static async Task<JsonElement> OneAsync(HostProcess host, Func<JsonElement, bool> fits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (Of(host).FirstOrDefault(fits) is { ValueKind: JsonValueKind.Object } found)
                return found;
            await Task.Delay(20, patience.Token);
        }
    }

    public static string? Text(this JsonElement line, string field) => line.TryGetProperty(field, out var value) ? value.ToString() : null;
}
