namespace Monolith.Plugins.Deployment.Targets.Processes;

internal sealed class LocalShell(IAgentContext context) : IShell
{
    public string Host => "127.0.0.1";

    public Task<ProgramResult> RunAsync(string script, CancellationToken cancellationToken) =>
        context.Programs.RunAsync(new ProgramSpec("sh", "-s") { StandardInput = script, LogOutput = false }, cancellationToken);

    public async Task CopyAsync(string folder, string to, CancellationToken cancellationToken)
    {
        var copied = await RunAsync(
            $"""
            set -eu
            to={ShellText.Quote(to)}
            [ -d "$to" ] && exit 0
            mkdir -p "$(dirname "$to")"
            rm -rf "$to.part"
            cp -R -p {ShellText.Quote(folder)} "$to.part"
            mv "$to.part" "$to"
            """,
            cancellationToken);
        copied.Expect("The release cannot be copied");
    }
}
