using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>Which file of a plugin's folder holds its agents.</summary>
internal static class MainAssembly
{
    private const string Manifest = ".deps.json";
    private const string Remedy = "Copy the plugin's whole output (dotnet publish) into the folder itself.";

    public static Result<string> Find(PluginFolder folder)
    {
        var namesake = Path.Combine(folder.Path, folder.Name + ".dll");
        if (File.Exists(namesake))
            return namesake;

        var manifests = Directory.GetFiles(folder.Path, "*" + Manifest);
        return manifests.Length == 1 ? NamedBy(manifests[0]) : OnlyOne(folder);
    }

    private static Result<string> NamedBy(string manifest)
    {
        var assembly = manifest[..^Manifest.Length] + ".dll";
        return File.Exists(assembly)
            ? assembly
            : Broken($"'{Path.GetFileName(manifest)}' names '{Path.GetFileName(assembly)}', which is not there. {Remedy}");
    }

    private static Result<string> OnlyOne(PluginFolder folder)
    {
        var assemblies = Directory.GetFiles(folder.Path, "*.dll");
        return assemblies.Length switch
        {
            1 => assemblies[0],
            0 => Broken($"The folder '{folder.Origin}' holds no dll. {Remedy}"),
            _ => Broken(
                $"The folder holds {assemblies.Length} dlls and nothing says which is the plugin's. "
                + $"Name the folder after it, or copy its {Manifest} too."),
        };
    }

    private static Problem Broken(string reason) => new(ErrorCodes.AgentInitFailed, reason);
}
