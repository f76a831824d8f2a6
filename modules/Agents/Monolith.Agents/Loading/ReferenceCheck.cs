using System.Reflection;
using System.Runtime.Loader;
using Monolith.Agents.Discovery;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>
/// Resolves a plugin's references when it is loaded, so that a missing file does not wait for the first call.
/// A reference that only the host's own folder would satisfy counts as missing: the host's libraries are no part of the
/// contract, and change without notice.
/// </summary>
internal static class ReferenceCheck
{
    public static Problem? Check(PluginContext context, string mainAssembly)
    {
        var missing = DependencyManifest.MissingFiles(mainAssembly);
        if (missing.Count == 0)
            missing = Unresolved(context, transitively: !DependencyManifest.Exists(mainAssembly));
        return missing.Count == 0 ? null : new Problem(ErrorCodes.AgentInitFailed, Reason(missing));
    }

    public static string Reason(IEnumerable<string> missing) =>
        $"A dependency is missing: {string.Join(", ", missing)}. "
        + "Copy the plugin's whole output (dotnet publish) into its folder.";

    // What a listed library refers to beyond the manifest is optional there, so it is followed only without one.
    private static List<string> Unresolved(PluginContext context, bool transitively)
    {
        var missing = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<Assembly>([context.Main]);
        while (open.TryDequeue(out var assembly))
        {
            foreach (var reference in assembly.GetReferencedAssemblies().Where(reference => seen.Add(reference.FullName)))
            {
                var resolved = context.Resolve(reference);
                if (resolved is null || IsHostsOwn(resolved))
                    missing.Add($"{reference.Name}.dll {reference.Version} (used by {assembly.GetName().Name})");
                else if (transitively && resolved.IsCollectible)
                    open.Enqueue(resolved);
            }
        }

        return missing;
    }

    private static bool IsHostsOwn(Assembly assembly)
    {
        var name = assembly.GetName().Name;
        return name != SdkVersion.AssemblyName
            && AssemblyLoadContext.GetLoadContext(assembly) == AssemblyLoadContext.Default
            && SharedFramework.Known
            && !SharedFramework.Has(name!);
    }
}
