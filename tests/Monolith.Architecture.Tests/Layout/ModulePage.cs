using System.Text.RegularExpressions;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Layout;

/// <param name="Folder">The module's folder, from the root.</param>
/// <param name="Text">Its README.md; null when there is none.</param>
public sealed partial record ModulePage(string Folder, string? Text)
{
    public static ModulePage Read(string folder)
    {
        var file = Repository.Absolute($"{folder}/README.md");
        return new(folder, File.Exists(file) ? File.ReadAllText(file) : null);
    }

    /// <summary>The last section, heading first; empty when there is none.</summary>
    public string LastSection => Heading().Split(Fenced().Replace(Text ?? "", "")).Skip(1).LastOrDefault() ?? "";

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
