using System.Buffers;

namespace Monolith.Plugins.Scaffold.Rendering;

/// <summary>Where a template may write: in folders and files of plain names, below the project.</summary>
internal static class FilePath
{
    private const int Longest = 400;

    /// <summary>What no file system of the three large ones takes in a name, and what has a meaning of its own there.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\:*?\"<>|");

    private static readonly string[] Reserved = ["CON", "PRN", "AUX", "NUL"];

    /// <returns>What is wrong with the path; null when it may be written.</returns>
    public static string? Fault(string path) => path switch
    {
        _ when path.Length is 0 or > Longest => $"is empty or longer than {Longest} characters",
        _ when path.StartsWith('/') => "is absolute",
        _ when path.AsSpan().ContainsAny(Forbidden) || path.Any(char.IsControl) => "holds a character that is no part of a plain name",
        _ => path.Split('/').Select(Segment).FirstOrDefault(fault => fault is not null),
    };

    private static string? Segment(string name) => name switch
    {
        "" => "has a part without a name",
        "." or ".." => "leaves its folder",
        ".git" => "lies in git's own folder",
        _ when name.EndsWith('.') || name.EndsWith(' ') => "ends a name with a dot or a space",
        _ when Reserved.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase) => $"uses the reserved name '{name}'",
        _ => null,
    };
}
