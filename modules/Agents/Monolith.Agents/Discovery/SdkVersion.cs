using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>Which version of the SDK an assembly was built against, read before anything of it is loaded.</summary>
internal static class SdkVersion
{
    private const int AcceptedMajorsBack = 2;

    public static string AssemblyName { get; } = typeof(IAgent).Assembly.GetName().Name!;

    public static Version OfHost { get; } = typeof(IAgent).Assembly.GetName().Version!;

    /// <returns>Null when the assembly does not reference the SDK.</returns>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public static Version? ReferencedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        if (!file.HasMetadata)
            throw new BadImageFormatException("It holds no .NET code.", assembly);

        var metadata = file.GetMetadataReader();
        return metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Where(reference => metadata.StringComparer.Equals(reference.Name, AssemblyName))
            .Select(reference => reference.Version)
            .FirstOrDefault();
    }

    /// <returns>Null when a host with the one version serves plugins built against the other.</returns>
    public static Problem? Check(Version referenced, Version host)
    {
        var oldest = Math.Max(host.Major - AcceptedMajorsBack, 0);
        if (referenced <= host && referenced.Major >= oldest)
            return null;

        var remedy = referenced > host
            ? "Update the host, or build the plugin against an SDK no newer than the host's."
            : "Build the plugin against a newer SDK.";
        return new(
            ErrorCodes.UnsupportedVersion,
            $"Built against {AssemblyName} {referenced.ToString(3)}; "
            + $"this host serves {oldest}.0.0 to {host.ToString(3)}. {remedy}");
    }
}
