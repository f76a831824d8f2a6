namespace Monolith.Client.Watching;

/// <summary>Words for a command line that is pasted.</summary>
internal static class Shell
{
    public static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
