namespace Monolith.Agents.Loading;

/// <summary>The assemblies that come with .NET and ASP.NET Core, as against the host's own.</summary>
internal static class SharedFramework
{
    private static readonly string[] Folders = Find();

    /// <summary>False in a self-contained host, whose folder holds both.</summary>
    public static bool Known => Folders.Length > 0;

    public static bool Has(string assembly) => Folders.Any(folder => File.Exists(Path.Combine(folder, assembly + ".dll")));

    private static string[] Find()
    {
        var own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        return
        [
            .. trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "Microsoft.AspNetCore.dll")
                .Select(path => Path.GetDirectoryName(path)!)
                .Where(folder => folder != own),
        ];
    }
}
