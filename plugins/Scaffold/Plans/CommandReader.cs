using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Plugins.Scaffold.Asking;

namespace Monolith.Plugins.Scaffold.Plans;

/// <summary>Commands as lists of words: <c>[["dotnet", "build"]]</c>. No shell reads them, and the program is found on PATH.</summary>
internal static partial class CommandReader
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(JsonElement commands, string name, Reading reading) =>
        [.. reading.List(commands, name, 10).Select(IReadOnlyList<string> (command, at) => Words(command, $"commands.{name}[{at}]", reading))];

    private static List<string> Words(JsonElement command, string place, Reading reading)
    {
        if (command.ValueKind != JsonValueKind.Array || command.GetArrayLength() is 0 or > 50)
        {
            reading.Fault($"{place}: it must be a list of 1 to 50 words, a program and its arguments.");
            return [];
        }

        var words = command.EnumerateArray().Select((word, at) => reading.Scalar(word, $"{place}[{at}]", 1_000, required: at == 0)).ToList();
        if (!Program().IsMatch(words[0]))
            reading.Fault($"{place}[0]: it must be a program's plain name, such as dotnet.");
        if (words.Exists(word => word.Contains('\0', StringComparison.Ordinal)))
            reading.Fault($"{place}: a word cannot hold a null character.");
        return words;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._+-]{0,60}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Program();
}
