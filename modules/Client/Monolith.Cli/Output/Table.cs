using Monolith.Client.Watching;

namespace Monolith.Cli.Output;

/// <summary>Lines in columns, as wide as what is in them.</summary>
internal static class Table
{
    private const string Between = "  ";

    public static void Write(TextWriter to, string[] headings, IEnumerable<string?[]> rows)
    {
        // What others wrote, such as a pipeline's description, must not command the terminal.
        List<string[]> lines = [headings, .. rows.Select(row => row.Select(cell => PersonWait.Plain(cell ?? "")).ToArray())];
        var widths = headings.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
            to.WriteLine(string.Join(Between, line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
