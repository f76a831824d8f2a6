using Monolith.Agents.Sdk;

namespace Monolith.Agents.Discovery;

/// <summary>Which versions of the agent contract this host serves: its own major version and the two before.</summary>
internal static class SdkVersions
{
    public static readonly string Name = typeof(IAgent).Assembly.GetName().Name!;
    private static readonly Version Own = typeof(IAgent).Assembly.GetName().Version!;

    /// <exception cref="BrokenPluginException">The plugin was built against another version.</exception>
    public static void Check(string assembly)
    {
        var built = PluginFolder.ReferencedVersion(assembly, Name)
            ?? throw new BrokenPluginException($"It does not refer to {Name}, so it holds no agent.");
        if (built.Major > Own.Major || built.Major < Own.Major - 2)
            throw new BrokenPluginException(
                $"It was built against {Name} {built}; this host serves {Math.Max(0, Own.Major - 2)} to {Own.Major}. Build it against {Own.ToString(3)}.",
                incompatible: true);
    }
}
