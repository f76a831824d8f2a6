using System.Net.Http.Headers;
using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Registry;

internal static class PackageCalls
{
    public const string Packages = "/api/v1/agents/packages";

    public static async Task<(int Status, JsonElement Body)> UploadAsync(this HttpClient http, byte[] archive, string query = "")
    {
        using var content = new ByteArrayContent(archive) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        using var answer = await http.PostAsync($"{Packages}{query}", content);
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }

    /// <returns>The content hash of what was uploaded.</returns>
    public static async Task<string> UploadedAsync(this HttpClient http, byte[] archive, string query = "")
    {
        var (status, body) = await http.UploadAsync(archive, query);
        Assert.True(status is 200 or 201, body.GetRawText());
        return body.GetProperty("package").GetProperty("contentHash").GetString()!;
    }

    public static async Task<(int Status, JsonElement Body)> ChangeAsync(this HttpClient http, string path)
    {
        using var answer = await http.PostAsync($"{Packages}/{Package.Plugin}/{path}", content: null);
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }

    /// <returns>The content hash of the agent that serves; null for none.</returns>
    public static async Task<string?> ServingAsync(this HttpClient http)
    {
        var agents = (await http.JsonAsync("/api/v1/agents")).GetProperty("agents").EnumerateArray();
        return agents.Where(agent => agent.GetProperty("name").GetString() == "greet" && agent.GetProperty("status").GetString() == "loaded")
            .Select(agent => agent.GetProperty("contentHash").GetString()).SingleOrDefault();
    }

    /// <summary>Nothing of it serves the tests that follow.</summary>
    public static Task LeaveAsync(this HttpClient http) => http.ChangeAsync("disable");
}
