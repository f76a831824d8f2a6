namespace Monolith.Plugins.Tests.E2e;

internal static class Programs
{
    /// <summary>Where a program lies that the tests cannot do without.</summary>
    public static string Find(string name) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).First(File.Exists);
}
