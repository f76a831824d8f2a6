namespace Monolith.Plugins.Kit;

/// <summary>What a failure message quotes of a program's output.</summary>
internal static class ProgramText
{
    private const int MostLength = 1_500;

    public static string LastLines(this ProgramResult result, int count = 10)
    {
        var text = string.IsNullOrWhiteSpace(result.StandardError) ? result.StandardOutput : result.StandardError;
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "It printed nothing." : string.Join('\n', lines.TakeLast(count)).CutStart(MostLength);
    }

    public static string Cut(this string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";

    private static string CutStart(this string text, int length) => text.Length <= length ? text : "…" + text[^length..];
}
