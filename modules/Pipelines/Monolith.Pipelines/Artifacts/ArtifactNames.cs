using System.Text.RegularExpressions;

namespace Monolith.Pipelines.Artifacts;

/// <summary>What an artifact may be called; the name is part of its URL.</summary>
internal static partial class ArtifactNames
{
    public static bool IsValid(string name) => name is not ("." or "..") && Pattern().IsMatch(name);

    [GeneratedRegex("^[A-Za-z0-9._-]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
