using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Monolith.Integration.Tests.Hosting;

/// <summary>Calls as a user makes them.</summary>
internal static class Api
{
    private static readonly string[] Ended = ["success", "failed", "cancelled"];

    public static Task<HttpResponseMessage> PostYamlAsync(this HttpClient http, string path, string yaml) =>
        http.SendAsync(Yaml(HttpMethod.Post, path, yaml));

    public static HttpRequestMessage Yaml(HttpMethod method, string path, string yaml) => new(method, path)
    {
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(yaml)) { Headers = { ContentType = new MediaTypeHeaderValue("application/yaml") } },
    };

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public static async Task<JsonElement> JsonAsync(this HttpClient http, string path) => await (await http.GetAsync(path)).JsonAsync();

    /// <summary>Starts a run and gives its id.</summary>
    public static async Task<Guid> StartAsync(this HttpClient http, string yaml)
    {
        using var response = await http.PostYamlAsync("/api/v1/runs", yaml);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == System.Net.HttpStatusCode.Accepted, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("id").GetGuid();
    }

    /// <summary>Follows a run's events until it is over.</summary>
    public static async Task<JsonElement> EndAsync(this HttpClient http, Guid run)
    {
        await http.UntilAsync(run, (_, _) => false);
        var ended = await http.JsonAsync($"/api/v1/runs/{run}");
        Assert.Contains(ended.GetProperty("status").GetString(), Ended);
        return ended;
    }

    /// <summary>Follows a run's events until one fits or the run is over.</summary>
    public static async Task UntilAsync(this HttpClient http, Guid run, Func<string, JsonElement, bool> fits)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));
        var type = "";
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                type = line["event: ".Length..];
            else if (type == "end")
                return;
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && fits(type, JsonDocument.Parse(line["data: ".Length..]).RootElement))
                return;
        }
    }

    /// <summary>The status of each stage, in order: <c>a:success b:skipped</c>.</summary>
    public static string Stages(this JsonElement run) => string.Join(' ', run.GetProperty("stages").EnumerateArray()
        .Select(stage => $"{stage.GetProperty("id").GetString()}:{stage.GetProperty("status").GetString()}"));
}
