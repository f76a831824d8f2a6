using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Monolith.Plugins.Tests.Deployment.Kubernetes;

/// <summary>
/// The part of a Kubernetes API server that deployments need. Replicas are ready at once, save those of an image whose name holds "bad".
/// </summary>
internal sealed class ScriptedCluster
{
    private readonly ConcurrentDictionary<string, JsonObject> objects = new();

    /// <summary>What was changed, in order: <c>deployment app-1 3</c>, <c>service app 1</c>.</summary>
    public ConcurrentQueue<string> Changes { get; } = new();

    public IEnumerable<string> Names => objects.Keys.Select(path => path.Split('/')[^1]).Order(StringComparer.Ordinal);

    public async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.TrimEnd('/');
        var body = http.Request.Method is "POST" or "PUT" ? (await JsonNode.ParseAsync(http.Request.Body))!.AsObject() : null;
        var answer = http.Request.Method switch
        {
            "POST" => Put($"{path}/{body!["metadata"]!["name"]}", body),
            "PUT" => Put(path, body!),
            "DELETE" => Delete(path),
            _ when path.EndsWith("/deployments", StringComparison.Ordinal) => List(path),
            _ => objects.GetValueOrDefault(path),
        };
        http.Response.StatusCode = answer is null ? 404 : 200;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync((answer ?? new JsonObject { ["kind"] = "Status", ["code"] = 404 }).ToJsonString());
    }

    private JsonObject Put(string path, JsonObject body)
    {
        var name = path.Split('/')[^1];
        if ((string?)body["kind"] == "Deployment")
        {
            var replicas = (int)body["spec"]!["replicas"]!;
            var isBad = ((string)body["spec"]!["template"]!["spec"]!["containers"]![0]!["image"]!).Contains("bad", StringComparison.Ordinal);
            body["status"] = new JsonObject { ["observedGeneration"] = 1, ["updatedReplicas"] = replicas, ["availableReplicas"] = isBad ? 0 : replicas };
            body["metadata"]!["generation"] = 1;
            Changes.Enqueue($"deployment {name} {replicas}");
        }
        else
        {
            Changes.Enqueue($"service {name} {(string?)body["spec"]!["selector"]!["monolith/generation"] ?? "all"}");
        }

        objects[path] = body;
        return body;
    }

    private JsonObject? Delete(string path)
    {
        Changes.Enqueue($"delete {path.Split('/')[^1]}");
        // A service is answered as it was, anything else with a status.
        return !objects.TryRemove(path, out var gone) ? null
            : (string?)gone["kind"] == "Service" ? gone : new JsonObject { ["kind"] = "Status", ["status"] = "Success" };
    }

    private JsonObject List(string path) => new()
    {
        ["kind"] = "DeploymentList",
        ["items"] = new JsonArray([.. objects.Where(entry => entry.Key.StartsWith(path + "/", StringComparison.Ordinal)).Select(entry => entry.Value.DeepClone())]),
    };
}
