using System.Globalization;

namespace Monolith.Plugins.Deployment.Targets.Processes;

/// <summary>Of a script: the variable <c>PORT</c> gets a port of a range on which nothing listens.</summary>
internal static class PortScript
{
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
