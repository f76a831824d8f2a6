using System.Text.RegularExpressions;

namespace Monolith.Access.Contracts.Projects;

/// <summary>A project is a name; pipelines and runs belong to one. It need not be made first.</summary>
public static partial class Project
{
    /// <summary>The project of whatever was said of none.</summary>
    public const string Default = "default";

    /// <summary>Set before a text that two projects may both use, such as a caller's key; no name of a project and no printable text holds it.</summary>
    private const char Fence = '\u001f';

    /// <returns>Whether it is the name of a project: lower-case letters, digits, '-' and '_', at most 63, a letter or digit first.</returns>
    public static bool IsName(string? text) => text is not null && Name().IsMatch(text);

    /// <returns>A text that is the project's alone. Those of <see cref="Default"/> are as they were before there were projects.</returns>
    public static string Own(string project, string text) =>
        project == Default && !text.StartsWith(Fence) ? text : $"{Fence}{project}{Fence}{text}";

    /// <returns>The text that <see cref="Own"/> was given.</returns>
    public static string TextOf(string own) => own.StartsWith(Fence) ? own.Split(Fence, 3)[^1] : own;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
