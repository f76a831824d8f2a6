using System.Formats.Tar;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.Targets.Containers;

namespace Monolith.Plugins.Deployment.Images;

internal sealed class BuildImageAction : IPluginAction
{
    public AgentAction Description { get; } = new("build_image", "Builds a container image from a folder.", ImageSchema.Build);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!WorkspacePath.ResolveFolder(context, context.Parameters.Text("path") ?? "source").Try(out var folder, out var failure))
        {
            return failure;
        }

        var image = context.Parameters.RequiredText("image");
        var dockerfile = context.Parameters.Text("dockerfile") ?? "Dockerfile";
        if (!File.Exists(Path.Combine(folder, dockerfile)))
        {
            return Failed.Workspace($"There is no file '{dockerfile}' in '{WorkspacePath.Relative(context, folder)}'.");
        }

        using var engine = await EngineSocket.OpenAsync(context, context.Parameters.Text("socket"), cancellationToken);
        var archive = Path.Combine(PrivateFolder.Renew(context, "deployment"), "context.tar");
        await TarFile.CreateFromDirectoryAsync(folder, archive, includeBaseDirectory: false, cancellationToken);
        await BuildAsync(context, engine, archive, Query(context, image, dockerfile), cancellationToken);
        File.Delete(archive);
        var built = await engine.FindAsync($"/images/{image}/json", cancellationToken);
        return built is null
            ? Failed.Execution($"The engine told of no error, and there is no image '{image}'.")
            : AgentResult.Success() with
            {
                Outputs = new JsonObject { ["image"] = image, ["id"] = (string?)built["Id"] },
                Metrics = new Dictionary<string, double> { ["image.bytes"] = (double?)(long?)built["Size"] ?? 0 },
            };
    }

    private static async Task BuildAsync(IAgentContext context, EngineClient engine, string archive, string query, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(archive);
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        using var reply = await engine.SendAsync(HttpMethod.Post, $"/build?{query}", content, [], cancellationToken);
        await EngineProgress.FollowAsync(context, reply, "The build", cancellationToken);
    }

    private static string Query(IAgentContext context, string image, string dockerfile)
    {
        var arguments = new JsonObject(context.Parameters.Map("arguments").Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
        var network = context.Parameters.Text("network") is { } named ? $"&networkmode={named}" : "";
        return $"t={Uri.EscapeDataString(image)}&dockerfile={Uri.EscapeDataString(dockerfile)}&rm=true"
            + $"&buildargs={Uri.EscapeDataString(arguments.ToJsonString())}{network}";
    }
}
