using System.Reflection;
using Autofac.Core;
using Monolith.Agents.Discovery;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>Says in one sentence what an exception during loading means and how to mend it.</summary>
internal static class LoadFault
{
    public static Problem From(Exception fault, PluginFolder folder) => Innermost(fault) switch
    {
        var missing when PluginException.IsMissingAssembly(missing) => Failed(ReferenceCheck.Reason([NameOf(missing)])),
        BadImageFormatException => Failed("A dll is no .NET assembly, or damaged. Copy the plugin's whole output again."),
        TypeLoadException cause => Failed($"A type does not fit its dependencies: {cause.Message} Build the plugin again."),
        IOException or UnauthorizedAccessException => PluginFolder.Unreadably(folder.Origin, fault),
        var cause => Failed($"Loading failed with {PluginException.Describe(cause)}"),
    };

    public static Problem FromConstruction(Exception fault, Type agent, PluginFolder folder) => Innermost(fault) switch
    {
        DependencyResolutionException cause => Failed(
            $"The constructor of {agent.FullName} asks for something the host does not give. "
            + $"Ask for a TimeProvider or for concrete classes of the plugin. ({cause.Message})"),
        BadImageFormatException or TypeLoadException => From(fault, folder),
        var missing when PluginException.IsMissingAssembly(missing) => From(missing, folder),
        var cause => Failed(
            $"The constructor of {agent.FullName} threw {PluginException.Describe(cause)} Mend it, or take the folder away."),
    };

    public static Problem Failed(string reason) => new(ErrorCodes.AgentInitFailed, reason);

    private static string NameOf(Exception missing) =>
        (missing as FileNotFoundException)?.FileName ?? (missing as FileLoadException)?.FileName ?? "";

    private static Exception Innermost(Exception fault) => fault switch
    {
        TargetInvocationException { InnerException: { } inner } => Innermost(inner),
        DependencyResolutionException { InnerException: { } inner } => Innermost(inner),
        TypeInitializationException { InnerException: { } inner } => Innermost(inner),
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Innermost(first),
        _ => fault,
    };
}
