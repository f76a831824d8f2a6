using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Monolith.Storage.Embedded;

/// <summary>The folder that holds initdb and postgres, and their major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int Oldest = 13;

    private static readonly string[] Patterns =
    [
        "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/opt/postgresql*/bin", "/opt/homebrew/opt/postgresql*/bin",
        "/usr/local/pgsql/bin", "/usr/local/bin", "/Applications/Postgres.app/Contents/Versions/*/bin", @"C:\Program Files\PostgreSQL\*\bin",
    ];

    public string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <returns>Every usable installation, newest first.</returns>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(string ownFolder)
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = new List<PostgresBinaries>();
        foreach (var folder in onPath.Concat(Patterns.SelectMany(Expand)).Append(ownFolder).Distinct())
        {
            if (await TryReadAsync(folder) is { Major: >= Oldest } usable)
                found.Add(usable);
        }

        return [.. found.OrderByDescending(binaries => binaries.Major)];
    }

    private static async Task<PostgresBinaries?> TryReadAsync(string folder)
    {
        var binaries = new PostgresBinaries(folder, 0);
        if (!File.Exists(binaries.Program("initdb")) || !File.Exists(binaries.Program("postgres")))
            return null;

        using var process = Process.Start(new ProcessStartInfo(binaries.Program("postgres"), "--version") { RedirectStandardOutput = true });
        var text = await process!.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var match = Version().Match(text);
        return match.Success ? binaries with { Major = int.Parse(match.Value, CultureInfo.InvariantCulture) } : null;
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
            return [pattern];
        var parent = Path.GetDirectoryName(pattern[..star].TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar) ?? "";
        var name = pattern[..star].EndsWith(Path.DirectorySeparatorChar) ? "*" : Path.GetFileName(pattern[..(star + 1)]);
        parent = pattern[..star].EndsWith(Path.DirectorySeparatorChar) ? pattern[..(star - 1)] : Path.GetDirectoryName(pattern[..star])!;
        return Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, name).Select(folder => folder + pattern[(star + 1)..])
            : [];
    }

    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Version();
}
