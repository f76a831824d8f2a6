using System.Text.Json;

namespace Monolith.Benchmarks.Hosting;

internal static class Json
{
    /// <summary>An empty object.</summary>
    public static JsonElement Nothing { get; } = JsonDocument.Parse("{}").RootElement.Clone();
}
