using Monolith.Plugins.Validation.DotNet.Api.Surface;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Api;

/// <summary>
/// The libraries that a build left in its obj folders: reference assemblies where the SDK makes them, else the assemblies. Programs
/// and tests are no libraries: nobody builds against them.
/// </summary>
internal static class BuiltLibraries
{
    private const string Mark = ".FileListAbsolute.txt";

    /// <summary>By assembly and target framework.</summary>
    public static IReadOnlyDictionary<string, AssemblyApi> In(string folder, string configuration)
    {
        var libraries = new Dictionary<string, AssemblyApi>(StringComparer.Ordinal);
        foreach (var mark in RepositoryFiles.Find(folder, $"*proj{Mark}"))
        {
            var place = Path.GetDirectoryName(mark)!;
            if (Path.GetRelativePath(folder, place).Split('/', '\\').Any(part => IsOf(part, configuration)) && Assembly(mark, place) is { } file
                && AssemblyApi.Read(file) is { IsTestAssembly: false } api)
            {
                libraries[$"{api.Name} {Path.GetFileName(place)}"] = api;
            }
        }

        return libraries;
    }

    // 'Release', and with one folder for all artifacts 'release' or 'release_net10.0'.
    private static bool IsOf(string part, string configuration) =>
        part.Split('_')[0].Equals(configuration, StringComparison.OrdinalIgnoreCase);

    private static string? Assembly(string mark, string place)
    {
        var project = Path.GetFileNameWithoutExtension(Path.GetFileName(mark)[..^Mark.Length]);
        if (File.Exists(Path.Combine(place, $"{project}.genruntimeconfig.cache")))
        {
            return null;
        }

        // What the compiler made is listed; the assembly may have another name than the project.
        var made = File.ReadLines(mark).Select(line => line.Trim()).Where(line => line.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Where(line => WorkspacePath.IsWithin(line, place)).ToList();
        return (made.Find(line => Path.GetFileName(Path.GetDirectoryName(line)) == "ref") ?? made.Find(line => Path.GetDirectoryName(line) == place)) is { } file
            && File.Exists(file) ? file : null;
    }
}
