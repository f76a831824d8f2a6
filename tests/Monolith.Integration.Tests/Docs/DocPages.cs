using System.Text.RegularExpressions;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Docs;

/// <summary>The pages for people, as they lie in the repository.</summary>
internal static partial class DocPages
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Built.AgentsPage)!, "..", ".."));

    public static string Tutorial { get; } = Path.Combine(Root, "host", "docs", "tutorial.md");

    public static string Authoring { get; } = Path.Combine(Root, "host", "docs", "authoring.md");

    public static string Readme { get; } = Path.Combine(Root, "README.md");

    /// <summary>By path below the root.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Directory.EnumerateFiles(Path.Combine(Root, "modules"), "*.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "host", "docs"), "*.md"))
        .Append(Readme)
        .ToDictionary(path => Path.GetRelativePath(Root, path), File.ReadAllText);

    public static IEnumerable<string> Blocks(string path, string language = "bash") =>
        Block().Matches(File.ReadAllText(path)).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["text"].Value);

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
