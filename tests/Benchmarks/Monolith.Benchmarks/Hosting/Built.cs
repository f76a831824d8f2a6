using System.Reflection;

namespace Monolith.Benchmarks.Hosting;

/// <summary>Where the build laid what is measured.</summary>
internal static class Built
{
    public static string HostAssembly => Value("HostAssembly");

    public static string Recorder => Value("Recorder");

    private static string Value(string key) => typeof(Built).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
