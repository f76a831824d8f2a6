using System.Globalization;
using Monolith.Plugins.Deployment.Settings;

namespace Monolith.Plugins.Deployment.Targets.Processes;

/// <summary>Another machine, by the ssh program: it asks nothing, and talks to no server whose key it does not know.</summary>
internal sealed class SshShell(IAgentContext context, TargetSettings settings) : IShell
{
    private const int Unreachable = 255;

    public string Host => settings.Json.RequiredText("host");

    public async Task<ProgramResult> RunAsync(string script, CancellationToken cancellationToken) => Reached(await context.Programs.RunAsync(
        new ProgramSpec("ssh", [.. Options(), "sh", "-s"]) { StandardInput = script, LogOutput = false }, cancellationToken));

    public async Task CopyAsync(string folder, string to, CancellationToken cancellationToken)
    {
        // In quotes twice: the shell here takes away one pair, the shell there the other.
        var unpack = $"to={ShellText.Quote(to)}; [ -d \"$to\" ] && exit 0; rm -rf \"$to.part\" && mkdir -p \"$to.part\" && tar -C \"$to.part\" -xf - && mv \"$to.part\" \"$to\"";
        var copied = await context.Programs.RunAsync(
            new ProgramSpec("sh", "-s")
            {
                StandardInput = $"tar -C {ShellText.Quote(folder)} -cf - . | ssh {string.Join(' ', Options().Select(ShellText.Quote))} {ShellText.Quote(unpack)}",
                LogOutput = false,
            },
            cancellationToken);
        // The sender is cut off when the release is there already.
        Reached(copied).Expect($"The release cannot be copied to {Host}");
    }

    private IEnumerable<string> Options()
    {
        List<string> options = ["-T", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=15"];
        if (settings.Json.Text("knownHosts") is { } known)
        {
            options.AddRange(["-o", $"UserKnownHostsFile={Path.GetFullPath(known, context.Workspace)}"]);
        }

        if (settings.Json.Text("identityFile") is { } identity)
        {
            options.AddRange(["-o", "IdentitiesOnly=yes", "-i", Path.GetFullPath(identity, context.Workspace)]);
        }

        if (settings.Json.Integer("sshPort") is { } port)
        {
            options.AddRange(["-p", port.ToString(CultureInfo.InvariantCulture)]);
        }

        if (settings.Json.Text("user") is { } user)
        {
            options.AddRange(["-l", user]);
        }

        return [.. options, Host];
    }

    private ProgramResult Reached(ProgramResult result) => result.ExitCode == Unreachable
        ? throw new DeploymentException(Failed.Network($"{Host} cannot be reached by ssh: {result.LastLines()}"))
        : result;
}
