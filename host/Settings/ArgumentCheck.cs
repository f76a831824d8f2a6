namespace Monolith.Host.Settings;

/// <summary>Words that the framework would pass over in silence: a host that starts in spite of one does not do what was typed.</summary>
internal static class ArgumentCheck
{
    /// <param name="settings">The command line without the command: <c>--NAME=VALUE</c>, <c>--NAME VALUE</c> or <c>NAME=VALUE</c>.</param>
    /// <returns>A line for each word that sets nothing.</returns>
    public static IEnumerable<string> Run(IReadOnlyList<string> settings)
    {
        for (var i = 0; i < settings.Count; i++)
        {
            var word = settings[i];
            if (word.Contains('='))
                continue;
            if (!word.StartsWith('-'))
                yield return $"{word}: This sets nothing. Type --NAME=VALUE; --help tells more.";
            else if (i + 1 == settings.Count || settings[i + 1].StartsWith("--", StringComparison.Ordinal))
                yield return $"{word}: It has no value. Type {word}=VALUE; --help tells more.";
            else
                i++;
        }
    }
}
