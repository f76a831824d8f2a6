using System.Net;
using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets.Processes;

namespace Monolith.Plugins.Deployment.Targets.Containers;

/// <summary>Instances as containers of an engine on this machine.</summary>
internal sealed class ContainerTarget(IAgentContext context, TargetSettings settings) : ITarget
{
    private readonly LocalShell shell = new(context);

    public async Task<Release> LayAsync(CancellationToken cancellationToken)
    {
        using var engine = await EngineAsync(cancellationToken);
        var name = context.Parameters.RequiredText("image");
        var image = await ImageAsync(engine, name, cancellationToken);
        var hash = image.Replace("sha256:", "", StringComparison.Ordinal);
        var version = context.Parameters.Text("version") ?? hash[..12];
        var launch = JsonNode.Parse(Launch.Part(context.Parameters))!;
        // Its name may mean another image by the time that it is gone back to.
        launch["image"] = image;
        return new Release($"{version}-{hash[..8]}", version, launch.ToJsonString());
    }

    public async Task<string> StartAsync(Release release, string id, CancellationToken cancellationToken)
    {
        var found = await shell.RunAsync(PortScript.Find(PortRange.Of(settings), id) + "echo $PORT", cancellationToken);
        var port = found.Expect("There is no port").StandardOutput.Trim();
        using var engine = await EngineAsync(cancellationToken);
        var spec = new ContainerSpec(settings, release.Launch, LaunchEnvironment.Of(context, release.Launch), port);
        await engine.PostAsync($"/containers/create?name={id}", spec.ToJson(id), [HttpStatusCode.Conflict], cancellationToken);
        await engine.PostAsync($"/containers/{id}/start", body: null, [], cancellationToken);
        return $"http://127.0.0.1:{port}";
    }

    public async Task<bool> IsRunningAsync(string id, CancellationToken cancellationToken)
    {
        using var engine = await EngineAsync(cancellationToken);
        return (bool?)(await engine.FindAsync($"/containers/{id}/json", cancellationToken))?["State"]?["Running"] ?? false;
    }

    public async Task StopAsync(string id, CancellationToken cancellationToken)
    {
        using var engine = await EngineAsync(cancellationToken);
        await engine.PostAsync($"/containers/{id}/stop?t=10", body: null, [HttpStatusCode.NotFound], cancellationToken);
        await engine.DeleteAsync($"/containers/{id}?force=true", cancellationToken);
    }

    public async Task<string> LastLinesAsync(string id, CancellationToken cancellationToken)
    {
        using var engine = await EngineAsync(cancellationToken);
        using var reply = await engine.SendAsync(
            HttpMethod.Get, $"/containers/{id}/logs?stdout=true&stderr=true&tail=20", content: null, [HttpStatusCode.NotFound], cancellationToken);
        return reply.StatusCode == HttpStatusCode.NotFound ? "" : EngineLog.Text(await reply.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    // Images belong to whoever built them.
    public Task KeepOnlyAsync(IReadOnlyList<Release> releases, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task<EngineClient> EngineAsync(CancellationToken cancellationToken) =>
        EngineSocket.OpenAsync(context, settings.Json.Text("socket"), cancellationToken);

    private static async Task<string> ImageAsync(EngineClient engine, string name, CancellationToken cancellationToken)
    {
        var found = await engine.FindAsync($"/images/{name}/json", cancellationToken);
        if (found is null)
        {
            await engine.PostAsync($"/images/create?fromImage={Uri.EscapeDataString(name)}", body: null, [], cancellationToken);
            found = await engine.FindAsync($"/images/{name}/json", cancellationToken);
        }

        return (string?)found?["Id"] ?? throw new DeploymentException(Failed.Execution($"There is no image '{name}', and the engine cannot pull it."));
    }
}
