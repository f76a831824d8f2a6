using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>
/// <c>monolith.plugin.json</c> in a plugin's folder, which need not be there: where the plugin wants to run, and within which limits.
/// </summary>
internal sealed record PluginManifest
{
    public const string FileName = "monolith.plugin.json";

    private const int LargestLimit = 1 << 24;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 16,
    };

    /// <summary>Null leaves it to the operator.</summary>
    public PluginIsolation? Isolation { get; private init; }

    /// <summary>A program that speaks the protocol, and its arguments; empty when the plugin is an assembly.</summary>
    public IReadOnlyList<string> Command { get; private init; } = [];

    /// <summary>Null for the operator's.</summary>
    public int? MemoryMiB { get; private init; }

    public int? Processes { get; private init; }

    public int? Files { get; private init; }

    public static Result<PluginManifest> Of(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return new PluginManifest();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Strict);
            return Read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            return Fault($"is no JSON: {wrong.Message}");
        }
        catch (InvalidOperationException)
        {
            // What the parser passes over: bytes that are no UTF-8, and halves of surrogate pairs, within quotes.
            return Fault("holds a text that is none. Write it in UTF-8.");
        }
    }

    private static Result<PluginManifest> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return Fault("is no JSON object.");
        var manifest = new PluginManifest();
        foreach (var (name, value) in root.EnumerateObject().Select(member => (member.Name, member.Value)))
        {
            switch (name)
            {
                case "$schema":
                    break;
                case "isolation" when IsolationOf(value) is { } isolation:
                    manifest = manifest with { Isolation = isolation };
                    break;
                case "isolation":
                    return Fault($"has the isolation {value.GetRawText()}. Write \"inProcess\" or \"process\".");
                case "command" when IsCommand(value):
                    manifest = manifest with { Command = [.. value.EnumerateArray().Select(part => part.GetString()!)] };
                    break;
                case "command":
                    return Fault("has a 'command' that is no list of texts. Write [\"python3\", \"agent.py\"].");
                case "limits" when value.ValueKind == JsonValueKind.Object:
                    var limited = Limits(manifest, value);
                    if (!limited.IsSuccess)
                        return limited;
                    manifest = limited.Value;
                    break;
                case "limits":
                    return Fault("has 'limits' that are no object. Write { \"memoryMiB\": 512 }.");
                default:
                    return Fault($"has a member '{name}' that this host does not know. It knows isolation, command and limits.");
            }
        }

        return manifest;
    }

    private static Result<PluginManifest> Limits(PluginManifest manifest, JsonElement limits)
    {
        foreach (var limit in limits.EnumerateObject())
        {
            if (limit.Value.ValueKind != JsonValueKind.Number || !limit.Value.TryGetInt32(out var most) || most is < 1 or > LargestLimit)
                return Fault($"has the limit '{limit.Name}' with {limit.Value.GetRawText()}. Write a whole number from 1 to {LargestLimit}.");
            if (Limited(manifest, limit.Name, most) is not { } limited)
                return Fault($"has a limit '{limit.Name}' that this host does not know. It knows memoryMiB, processes and files.");
            manifest = limited;
        }

        return manifest;
    }

    private static PluginManifest? Limited(PluginManifest manifest, string name, int most) => name switch
    {
        "memoryMiB" => manifest with { MemoryMiB = most },
        "processes" => manifest with { Processes = most },
        "files" => manifest with { Files = most },
        _ => null,
    };

    private static PluginIsolation? IsolationOf(JsonElement value) => value.ValueKind != JsonValueKind.String ? null : value.GetString() switch
    {
        "inProcess" => PluginIsolation.InProcess,
        "process" => PluginIsolation.Process,
        _ => null,
    };

    private static bool IsCommand(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0
        && value.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String && part.GetString() is { Length: > 0 } text && !text.Contains('\0'));

    private static Problem Fault(string what) => new(ErrorCodes.AgentInitFailed, $"'{FileName}' {what}");
}
