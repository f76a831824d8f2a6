using System.Diagnostics;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Docs;

/// <summary>Blocks of a page, pasted one after the other into one shell, while a host runs.</summary>
internal static class PastedBlocks
{
    /// <summary>What was built runs in place of <c>dotnet run</c>, which would build it anew.</summary>
    private const string Beginning = """
        set -euo pipefail
        [ -e host ] || ln -s "$ROOT/host" "$ROOT/modules" .
        curl() { command curl -f "$@"; }
        dotnet() { if [ "$1 ${2-} ${3-} ${4-}" = "run --project host --" ]; then shift 4; command dotnet "$HOST" "$@"; else command dotnet "$@"; fi; }

        """;

    public static async Task<(int ExitCode, string Output)> RunAsync(HostProcess host, string folder, IEnumerable<string> blocks, params (string Name, string Value)[] environment)
    {
        var script = Beginning + string.Join('\n', blocks)
            .Replace("http://localhost:8080", host.Http.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("/tmp/", $"{folder}/", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOST"] = Built.HostAssembly, ["ROOT"] = DocPages.Root },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var shell = Process.Start(start)!;
        var output = await Task.WhenAll(shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync()).WaitAsync(TimeSpan.FromMinutes(8));
        await shell.WaitForExitAsync();
        return (shell.ExitCode, string.Concat(output));
    }
}
