using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Decisions;

/// <summary>People at their keyboards.</summary>
internal static class People
{
    public static async Task<Guid> StartAsAsync(this HttpClient http, string person, string yaml)
    {
        using var request = Api.Yaml(HttpMethod.Post, "/api/v1/runs", yaml);
        request.Headers.Add("x-user-id", person);
        using var answer = await http.SendAsync(request);
        var body = await answer.JsonAsync();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    public static async Task<(int Status, JsonElement Body)> SayAsync(this HttpClient http, Guid decision, string verdict, string? person, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/decisions/{decision}/{verdict}") { Content = JsonContent.Create(body ?? new JsonObject { ["reason"] = "because" }) };
        if (person is not null)
            request.Headers.Add("x-user-id", person);
        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }

    /// <summary>Waits until a stage is blocked on a person.</summary>
    public static Task BlockedAsync(this HttpClient http, Guid run, string on, int times = 1)
    {
        var seen = 0;
        return http.UntilAsync(run, (type, change) => type == "stage_blocked" && change.GetProperty("data").GetProperty("on").GetString() == on && ++seen == times);
    }

    public static async Task<JsonElement> PendingAsync(this HttpClient http, string kind, Guid run) =>
        Assert.Single((await http.JsonAsync($"/api/v1/{kind}?runId={run}&status=pending")).GetProperty(kind).EnumerateArray());
}
