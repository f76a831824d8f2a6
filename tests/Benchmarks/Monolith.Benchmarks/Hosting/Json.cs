using System.Net.Http.Json;
using System.Text.Json;

namespace Monolith.Benchmarks.Hosting;

internal static class Json
{
    /// <summary>An empty object.</summary>
    public static JsonElement Nothing { get; } = JsonDocument.Parse("{}").RootElement.Clone();

    /// <returns>The answer's body; it must be a success.</returns>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
