using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Targets.Processes;

/// <summary>Instances as processes of a Linux machine: this one, or one that a shell reaches.</summary>
/// <param name="root">The folder on that machine for releases and logs.</param>
internal sealed class ProcessTarget(IAgentContext context, TargetSettings settings, IShell shell, string root) : ITarget
{
    private const int LogsKept = 200;
    private const string PortMark = "{port}";

    public async Task<Release> LayAsync(CancellationToken cancellationToken)
    {
        var path = context.Parameters.RequiredText("path");
        if (!WorkspacePath.ResolveFolder(context, path).Try(out var folder, out var failure))
        {
            throw new DeploymentException(failure);
        }

        var hash = FolderHash.Of(folder);
        var version = context.Parameters.Text("version") ?? hash[..12];
        var release = new Release($"{version}-{hash[..8]}", version, Launch.Part(context.Parameters));
        await shell.CopyAsync(folder, FolderOf(release), cancellationToken);
        return release;
    }

    public async Task<string> StartAsync(Release release, string id, CancellationToken cancellationToken)
    {
        var started = await shell.RunAsync(
            $$"""
            set -eu
            {{PortScript.Find(PortRange.Of(settings), id)}}
            {{Detached.Start(id, FolderOf(release), release.Launch.Command, LaunchEnvironment.Of(context, release.Launch), LogOf(id))
                .Replace(PortMark, "'\"$PORT\"'", StringComparison.Ordinal)}}
            echo "port $PORT"
            """,
            cancellationToken);
        var port = started.Expect("An instance cannot be started").StandardOutput.Split("port ")[^1].Trim();
        return $"http://{shell.Host}:{port}";
    }

    public Task<bool> IsRunningAsync(string id, CancellationToken cancellationToken) => Detached.IsRunningAsync(shell, id, cancellationToken);

    public Task<bool> ListensAsync(string id, string address, CancellationToken cancellationToken) =>
        PortScript.IsOfAsync(shell, id, new Uri(address).Port, cancellationToken);

    public Task StopAsync(string id, CancellationToken cancellationToken) => Detached.StopAsync(shell, id, cancellationToken);

    public async Task<string> LastLinesAsync(string id, CancellationToken cancellationToken) =>
        (await shell.RunAsync($"tail -n 20 {ShellText.Quote(LogOf(id))}", cancellationToken)).StandardOutput.TrimEnd();

    public async Task KeepOnlyAsync(IReadOnlyList<Release> releases, CancellationToken cancellationToken)
    {
        var kept = releases.Select(release => $"[ \"$name\" = {ShellText.Quote(release.Id)} ] && continue");
        (await shell.RunAsync(
            $"""
            cd {ShellText.Quote($"{root}/releases")} 2>/dev/null || exit 0
            for name in *; do
            {string.Join('\n', kept)}
            rm -rf -- "$name"
            done
            cd {ShellText.Quote($"{root}/logs")} 2>/dev/null || exit 0
            ls -1t | tail -n +{LogsKept + 1} | while read -r name; do rm -f -- "$name"; done
            """,
            cancellationToken)).Expect("Old releases cannot be deleted");
    }

    private string FolderOf(Release release) => $"{root}/releases/{release.Id}";

    private string LogOf(string id) => $"{root}/logs/{id}.log";
}
