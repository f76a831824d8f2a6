using System.Text.Json;

namespace Monolith.Plugins.Validation.DotNet.Auditing;

/// <summary>
/// Whether a feed knows of vulnerabilities at all. The tool prints "none" for a feed without such data, and for a folder,
/// which must not pass for an answer.
/// </summary>
internal static class AdvisoryFeeds
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <returns>Null when at least one feed knows; otherwise why none does.</returns>
    public static async Task<AgentResult?> CheckAsync(IAgentContext context, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var handler = context.CreateHttpHandler();
        handler.AllowAutoRedirect = true;
        using var client = new HttpClient(handler) { Timeout = Timeout };
        var unreachable = new List<string>();
        foreach (var source in sources.Where(source => source.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                if (await HasAdvisoriesAsync(client, source, cancellationToken))
                {
                    return null;
                }
            }
            catch (HttpRequestException fault) when (fault.InnerException is AddressRefusedException refused)
            {
                return Failed.Validation($"Whether {source} knows of vulnerabilities is unknown. {refused.Message}");
            }
            catch (Exception fault) when (fault is HttpRequestException or JsonException or UriFormatException
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                unreachable.Add(source);
            }
        }

        return unreachable.Count > 0
            ? Failed.Network($"These feeds did not answer, so vulnerabilities are unknown: {string.Join(", ", unreachable)}")
            : Failed.Execution(
                $"No feed has data on vulnerabilities, so they are unknown. Asked: {string.Join(", ", sources)}. "
                + "Name one that has with 'source', such as https://api.nuget.org/v3/index.json.");
    }

    private static async Task<bool> HasAdvisoriesAsync(HttpClient client, string source, CancellationToken cancellationToken)
    {
        using var index = JsonDocument.Parse(await client.GetStringAsync(new Uri(source), cancellationToken));
        return index.RootElement.Elements("resources")
            .Any(resource => resource.Text("@type")?.StartsWith("VulnerabilityInfo", StringComparison.Ordinal) == true);
    }
}
