using System.Globalization;

namespace Monolith.Plugins.Deployment.Targets.Processes;

internal static class PortScript
{
    /// <returns>Whether a process of the instance holds a socket that listens on the port.</returns>
    public static async Task<bool> IsOfAsync(IShell shell, string id, int port, CancellationToken cancellationToken)
    {
        var found = await shell.RunAsync(
            Detached.Find(id) + string.Create(CultureInfo.InvariantCulture, $$"""
            port=:$(printf '%04X' {{port}})
            grep -hsi "^ *[0-9]*: [0-9A-F]*$port [0-9A-F:]* 0A" /proc/net/tcp /proc/net/tcp6 | while read -r _ _ _ _ _ _ _ _ _ inode _; do
              for pid in $pids; do
                ls -l "/proc/$pid/fd" 2>/dev/null | grep -qF "socket:[$inode]" && echo yes
              done
            done

            """),
            cancellationToken);
        return found.StandardOutput.StartsWith("yes", StringComparison.Ordinal);
    }

    /// <summary>Of a script: the variable <c>PORT</c> gets a port of a range on which nothing listens.</summary>
    public static string Find((int First, int Last) range, string id)
    {
        // Two that start at once should not try the same ports in the same order.
        var count = range.Last - range.First + 1;
        var offset = (int)((uint)string.GetHashCode(id, StringComparison.Ordinal) % (uint)count);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            tries=0
            while :; do
              PORT=$(( {{range.First}} + ({{offset}} + tries) % {{count}} ))
              grep -qsi "^ *[0-9]*: [0-9A-F]*:$(printf '%04X' "$PORT") [0-9A-F:]* 0A" /proc/net/tcp /proc/net/tcp6 || break
              tries=$((tries + 1))
              [ $tries -lt {{count}} ] || { echo 'No port of {{range.First}}-{{range.Last}} is free.' >&2; exit 1; }
            done
            export PORT

            """);
    }
}
