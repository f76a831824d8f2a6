using Monolith.Cli.Running;

namespace Monolith.Cli.Pipelines;

/// <summary>A definition on this machine.</summary>
internal static class DefinitionFile
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <returns>Whether a word means a file rather than a stored pipeline.</returns>
    public static bool IsNamed(string word) => File.Exists(word) || word.Contains('/', StringComparison.Ordinal) || Endings.Contains(Path.GetExtension(word));

    /// <exception cref="BadInputException">It cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"There is no file '{path}'.");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"'{path}' cannot be read: {closed.Message}");
        }
    }
}
