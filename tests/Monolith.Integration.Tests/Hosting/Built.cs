using System.Reflection;

namespace Monolith.Integration.Tests.Hosting;

/// <summary>Where the build laid what the tests run.</summary>
internal static class Built
{
    public static string HostAssembly => Value("HostAssembly");

    /// <summary>The folder of the dashboard and the alert rules.</summary>
    public static string Observability => Value("Observability");

    /// <summary>The README of the module Agents.</summary>
    public static string AgentsPage => Value("AgentsPage");

    /// <summary>A plugin with the agent greet.</summary>
    public static string Good => Value("Good");

    public static string Recorder => Value("Recorder");

    /// <summary>A plugin with the agent greet.</summary>
    public static string Greeter => Value("Greeter");

    public static string Samples => Path.Combine(Path.GetDirectoryName(HostAssembly)!, "samples");

    private static string Value(string key) => typeof(Built).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
