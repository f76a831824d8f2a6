using System.Text.RegularExpressions;

namespace Monolith.Architecture.Tests.Model;

/// <summary>The solution in the classic format.</summary>
public sealed partial record SolutionFile(string Text)
{
    public static SolutionFile Read() => new(File.ReadAllText(Repository.Absolute("Monolith.sln")));

    public bool IsClassic => Text.TrimStart().StartsWith("Microsoft Visual Studio Solution File, Format Version 12.00", StringComparison.Ordinal);

    public bool Holds(string project) => IdOf(project) is not null;

    /// <summary>A project can be listed and still be left out of what a solution builds and tests.</summary>
    public bool Builds(string project, string configuration) =>
        IdOf(project) is { } id && Text.Contains($"{id}.{configuration}|Any CPU.Build.0", StringComparison.OrdinalIgnoreCase);

    private string? IdOf(string project) =>
        Entry().Matches(Text).FirstOrDefault(entry => entry.Groups["path"].Value.Replace('\\', '/') == project)?.Groups["id"].Value;

    [GeneratedRegex("""^Project\("[^"]*"\) = "[^"]*", "(?<path>[^"]*)", "(?<id>\{[^"]*\})""", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
