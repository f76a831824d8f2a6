using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Projects;

/// <summary>A project with one item of every kind that a route may name.</summary>
internal sealed class RedProject
{
    public const string Name = "red";
    public const string Pipeline = "red-secret";

    public const string Secret = "red-token";

    private const string Definition = """
        name: red-secret
        triggers: { schedule: [{ name: nightly, cron: "0 0 29 2 *" }] }
        stages:
          - { id: made, agent: command, action: run, parameters: { script: "echo red > red.txt" }, artifacts: [{ name: red.txt, type: file, path: red.txt }] }
          - { id: broken, agent: command, action: run, parameters: { script: "sleep 60" }, timeout: 100ms, retry: { maxAttempts: 1 }, continueOnFailure: true }
          - { id: asked, agent: command, action: run, clarify: { text: "Make it fast", acceptanceCriteria: "" }, parameters: { script: "true" } }
          - { id: decided, agent: command, action: run, decision: { category: security_affecting, title: "Red?", confidence: 0.5 }, parameters: { script: "true" } }
        """;

    /// <summary>Of its admin.</summary>
    public required string Key { get; init; }

    /// <summary>By the part of the route before the id.</summary>
    public required IReadOnlyDictionary<string, string> Ids { get; init; }

    /// <summary>Is at the place of the parameter of a route.</summary>
    public string Place(string route, string parameter) => parameter switch
    {
        "{id:guid}" => Ids[route.Split('/')[route.StartsWith("/api/", StringComparison.Ordinal) ? 3 : 1]],
        "{stage}" => "made",
        "{name}" when route.Contains("/artifacts/", StringComparison.Ordinal) => "red.txt",
        "{name}" when route.Contains("/pipelines/", StringComparison.Ordinal) => Pipeline,
        "{name}" when route.StartsWith("/api/v1/secrets/", StringComparison.Ordinal) => Secret,
        "{name}" when route.Contains("/signals/", StringComparison.Ordinal) => "go",
        "{name}" when route.Contains("/agents/", StringComparison.Ordinal) => "command",
        "{name}" when route.StartsWith("/api/v1/features/", StringComparison.Ordinal) => "models-paused",
        "{project}" => Name,
        "{name}" when route.StartsWith("/badges/", StringComparison.Ordinal) => Pipeline,
        "{pipeline}" => Pipeline,
        "{schedule}" => "nightly",
        // Of no project: packages are the whole host's.
        "{plugin}" or "{contentHash}" => "none",
        "{shadow:guid}" => $"{Guid.Empty}",
        // Of no project: what lets a delivery in is a signature, whoever sends it.
        "{source}" => "none",
        "{documentName}" or "{documentName?}" => "v1",
        "{**path}" => "",
        "{version}" => "any",
        "{**name}" => "styles/icon.svg",
        _ => throw new NotSupportedException($"Say here which item of the project red is {parameter} of {route}."),
    };

    public static async Task<RedProject> MakeAsync(KeyedHostFixture keyed)
    {
        var key = await keyed.Admin.NewKeyAsync(new { name = "red-admin", roles = new[] { "admin" }, projects = new[] { Name } });
        using var admin = keyed.Client(key);
        using var put = await admin.Http.PutAsync($"/api/v1/pipelines/{Pipeline}", new StringContent(Definition, Encoding.UTF8, "application/yaml"));
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        Assert.Equal(200, (await admin.SendAsync(HttpMethod.Put, $"/api/v1/secrets/{Secret}", new { value = "red as it is" })).Status);
        using var started = await admin.Http.PostAsJsonAsync("/api/v1/runs", new { pipeline = Pipeline });
        var run = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        await RunFollower.UntilAsync(admin.Http, run, "stage_succeeded", "stage_failed", "clarification_requested", "decision_requested");
        return new RedProject
        {
            Key = key,
            Ids = new Dictionary<string, string>
            {
                ["runs"] = run,
                ["keys"] = $"{Guid.ParseExact(key.AsSpan("mono_".Length, 32), "N")}",
                ["decisions"] = await FirstAsync(admin, "/api/v1/decisions", "decisions"),
                ["clarifications"] = await FirstAsync(admin, "/api/v1/clarifications", "clarifications"),
                ["dead-letters"] = await FirstAsync(admin, "/api/v1/dead-letters", "deadLetters"),
            },
        };
    }

    private static async Task<string> FirstAsync(ApiClient client, string path, string list) =>
        (await client.SendAsync(HttpMethod.Get, path)).Body.GetProperty(list)[0].GetProperty("id").GetString()!;
}
