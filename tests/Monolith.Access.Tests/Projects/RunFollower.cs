namespace Monolith.Access.Tests.Projects;

/// <summary>Follows a run live.</summary>
internal static class RunFollower
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>When an event of each of the types has come.</returns>
    public static async Task UntilAsync(HttpClient http, string run, params string[] types)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        answer.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        var missing = types.ToHashSet();
        while (missing.Count > 0)
        {
            var line = await lines.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException($"The run ended without {string.Join(", ", missing)}.");
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                missing.Remove(line["event: ".Length..]);
        }
    }
}
