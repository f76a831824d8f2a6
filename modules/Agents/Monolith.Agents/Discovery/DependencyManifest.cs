using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>The files a plugin's <c>.deps.json</c> says belong to it.</summary>
internal static class DependencyManifest
{
    public static bool Exists(string mainAssembly) => File.Exists(PathOf(mainAssembly));

    /// <returns>What is wrong with the file itself; null when it can be read, or when there is none.</returns>
    public static Problem? FaultOf(string mainAssembly) => Exists(mainAssembly) && ManifestShape.FaultOf(File.ReadAllBytes(PathOf(mainAssembly))) is { } fault
        ? new Problem(ErrorCodes.AgentInitFailed, $"'{Path.GetFileName(PathOf(mainAssembly))}' is damaged: {fault}. Copy the plugin's whole output (dotnet publish) again.")
        : null;

    /// <returns>The listed assemblies that are not in the folder, as <c>file (of library)</c>.</returns>
    public static IReadOnlyList<string> MissingFiles(string mainAssembly)
    {
        if (!Exists(mainAssembly))
            return [];

        var folder = Path.GetDirectoryName(mainAssembly)!;
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(PathOf(mainAssembly)));
        return
        [
            .. from target in Members(manifest.RootElement, "targets")
               from library in target.Value.EnumerateObject()
               from asset in Members(library.Value, "runtime")
               where !IsThere(folder, asset.Name) && !IsShared(asset.Name)
               select $"{Path.GetFileName(asset.Name)} (of {library.Name})",
        ];
    }

    private static string PathOf(string mainAssembly) => Path.ChangeExtension(mainAssembly, ".deps.json");

    private static bool IsThere(string folder, string asset) =>
        File.Exists(Path.Combine(folder, asset)) || File.Exists(Path.Combine(folder, Path.GetFileName(asset)));

    private static bool IsShared(string asset) => Path.GetFileNameWithoutExtension(asset) == SdkVersion.AssemblyName;

    private static JsonElement.ObjectEnumerator Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found.EnumerateObject() : default;
}
