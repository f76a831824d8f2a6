using System.Text.Json;
using Kind = System.Text.Json.JsonValueKind;

namespace Monolith.Agents.Discovery;

/// <summary>
/// Whether a <c>.deps.json</c> is of the shape that the runtime takes for granted. The runtime reads it in native code without looking: a member
/// that is missing or of another kind ends the whole process.
/// </summary>
internal static class ManifestShape
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <returns>What is wrong with the file; null when the runtime can read it.</returns>
    public static string? FaultOf(ReadOnlyMemory<byte> manifest)
    {
        try
        {
            using var document = JsonDocument.Parse(manifest, Strict);
            return FaultOf(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return "it is not valid JSON";
        }
    }

    private static string? FaultOf(JsonElement root) =>
        Target(root) is not { } target ? "'runtimeTarget' names no target"
        : !IsMap(root, "targets", Kind.Object) || !root.GetProperty("targets").TryGetProperty(target, out var libraries) ? $"'targets' lacks '{target}'"
        : root.GetProperty("targets").EnumerateObject().Any(one => !one.Value.EnumerateObject().All(IsLibrary)) || libraries.ValueKind != Kind.Object ? "'targets' is malformed"
        : !IsMap(root, "libraries", Kind.Object) || !root.GetProperty("libraries").EnumerateObject().All(IsDescribed) ? "'libraries' is malformed"
        : root.TryGetProperty("runtimes", out var runtimes) && !IsFallback(runtimes) ? "'runtimes' is malformed"
        : null;

    private static string? Target(JsonElement root)
    {
        if (root.ValueKind != Kind.Object || !root.TryGetProperty("runtimeTarget", out var target))
            return null;
        var name = target.ValueKind == Kind.Object && target.TryGetProperty("name", out var named) ? named : target;
        return name.ValueKind == Kind.String ? name.GetString() : null;
    }

    private static bool IsLibrary(JsonProperty library) => library.Value.ValueKind == Kind.Object && library.Value.EnumerateObject().All(member => member.Name switch
    {
        "dependencies" => IsMapOf(member.Value, Kind.String),
        "runtime" or "native" or "resources" or "runtimeTargets" => IsMapOf(member.Value, Kind.Object) && member.Value.EnumerateObject().All(asset => IsMapOf(asset.Value, Kind.String)),
        _ => true,
    });

    private static bool IsDescribed(JsonProperty library) =>
        library.Value.TryGetProperty("type", out _) && library.Value.TryGetProperty("serviceable", out var serviceable) && serviceable.ValueKind is Kind.True or Kind.False
        && library.Value.TryGetProperty("sha512", out _)
        && library.Value.EnumerateObject().All(member => member.Name == "serviceable" || member.Value.ValueKind == Kind.String);

    private static bool IsFallback(JsonElement runtimes) =>
        IsMapOf(runtimes, Kind.Array) && runtimes.EnumerateObject().All(one => one.Value.EnumerateArray().All(rid => rid.ValueKind == Kind.String));

    private static bool IsMap(JsonElement root, string name, Kind kind) => root.TryGetProperty(name, out var map) && IsMapOf(map, kind);

    private static bool IsMapOf(JsonElement map, Kind kind) => map.ValueKind == Kind.Object && map.EnumerateObject().All(member => member.Value.ValueKind == kind);
}
