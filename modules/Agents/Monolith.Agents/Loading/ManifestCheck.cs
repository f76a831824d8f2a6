using System.Text.RegularExpressions;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Loading;

/// <summary>Copies a capability manifest into the host's own objects, or says everything that is wrong with it.</summary>
internal static partial class ManifestCheck
{
    private const int MostEntries = 100;
    private const string Any = "*";

    public static AgentCapabilities? Copy(AgentCapabilities? manifest, List<string> faults)
    {
        if (manifest is null)
            return null;
        return new AgentCapabilities
        {
            Hosts = Entries("host", manifest.Hosts, faults, IsHost, "Write api.example.com, *.example.com, either with a port, or *."),
            Secrets = Entries("secret", manifest.Secrets, faults, text => text.Length > 0, "Give the name, or *."),
            Tools = Entries("tool", manifest.Tools, faults, text => text.Length > 0 && !text.Contains('/'), "Give the file name, or *."),
            WritablePaths = Entries("writable path", manifest.WritablePaths, faults, IsPath, "Give an absolute path without '..', or one that begins with ~/."),
            ReadablePaths = Entries("readable path", manifest.ReadablePaths, faults, IsPath, "Give an absolute path without '..', or one that begins with ~/."),
            Unconfined = manifest.Unconfined is null ? null : new string(manifest.Unconfined.AsSpan()),
        };
    }

    private static string[] Entries(string what, IReadOnlyList<string>? entries, List<string> faults, Func<string, bool> isRight, string mend)
    {
        if (entries?.Count > MostEntries)
        {
            faults.Add($"Its manifest has more than {MostEntries} entries of a kind.");
            return [];
        }

        faults.AddRange((entries ?? []).Where(entry => entry is null || !isRight(entry)).Select(entry => $"Its manifest names the {what} '{entry}'. {mend}"));
        // The plugin's own strings may live in its load context.
        return [.. (entries ?? []).Where(entry => entry is not null).Select(entry => new string(entry.AsSpan()))];
    }

    private static bool IsHost(string text) => text == Any || Host().IsMatch(text);

    private static bool IsPath(string text) => (text.StartsWith('/') || text.StartsWith("~/", StringComparison.Ordinal)) && text.Length > 1 && !text.Split('/').Contains("..");

    [GeneratedRegex(@"\A(\*\.)?([A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?\z")]
    private static partial Regex Host();
}
