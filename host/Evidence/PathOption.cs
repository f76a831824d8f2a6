using Monolith.Host.Startup;

namespace Monolith.Host.Evidence;

/// <summary>An option with a path after it, among the words of a command.</summary>
internal static class PathOption
{
    public const string PublicKey = "--public-key";

    /// <summary>Takes it out of the words.</summary>
    /// <returns>The path; null when the option is not there.</returns>
    /// <exception cref="StartRefusedException">It stands twice, or without a path.</exception>
    public static string? Take(List<string> words, string option, string usage)
    {
        var place = words.IndexOf(option);
        if (place < 0)
            return null;
        if (place + 1 == words.Count || words.LastIndexOf(option) != place)
            throw new StartRefusedException([$"{option} stands once, with a path after it. Usage: {usage}"]);
        var path = words[place + 1];
        words.RemoveRange(place, 2);
        return path;
    }

    /// <returns>The only word that is left.</returns>
    /// <exception cref="StartRefusedException">None is left, or more than one.</exception>
    public static string File(List<string> words, string usage) => words is [var file] && !file.StartsWith("--", StringComparison.Ordinal)
        ? file
        : throw new StartRefusedException([$"{(words.Count == 0 ? "The file is missing." : $"'{words[^1]}' is not understood.")} Usage: {usage}"]);
}
