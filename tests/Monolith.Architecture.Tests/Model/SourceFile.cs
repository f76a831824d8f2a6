namespace Monolith.Architecture.Tests.Model;

/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Lines">As in the file.</param>
public sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    public static SourceFile Read(string path) => new(path, File.ReadAllLines(Repository.Absolute(path)));
}
