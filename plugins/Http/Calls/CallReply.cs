using System.Text.Json;

namespace Monolith.Plugins.Http.Calls;

/// <summary>What a server answered.</summary>
/// <param name="Headers">By lower-case name; of a header that came more often, the values joined by commas.</param>
/// <param name="Body">As text; of more than 4 MiB, the first 4 MiB.</param>
/// <param name="Latency">From sending to the last byte.</param>
internal sealed record CallReply(int Status, IReadOnlyDictionary<string, string> Headers, string Body, TimeSpan Latency)
{
    public double LatencyMs => Math.Round(Latency.TotalMilliseconds, 3);

    public JsonElement? Json()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
