using System.CommandLine;
using System.CommandLine.Parsing;

namespace Monolith.Cli.Running;

/// <summary>What is wrong with the words that were typed, on one line.</summary>
internal static class Faults
{
    private const int FarthestMeant = 3;

    /// <returns>Null when nothing is.</returns>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // An option that there is not would else be taken for a run, a file or a name.
        if (Strays(parsed).FirstOrDefault() is { } option)
            return $"There is no option '{option}' of '{command.Name}'.{Meant(option, OptionsOf(parsed.CommandResult))}";
        if (command.Arguments.Count == 0 && parsed.UnmatchedTokens is [var word, ..])
            return $"There is no command '{word}'{(command is RootCommand ? "" : $" of '{command.Name}'")}.{Meant(word, command.Subcommands.Select(each => each.Name))}";
        return parsed.Errors is [var first, ..] ? $"{first.Message} See monolith {NameOf(parsed.CommandResult)}--help" : null;
    }

    private static IEnumerable<string> Strays(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? []
            : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens.Select(token => token.Value))
                .Concat(parsed.UnmatchedTokens)
                .Where(word => word is ['-', _, ..]);

    private static IEnumerable<string> OptionsOf(CommandResult command) =>
        command.Command.Options.Concat((command.Parent as CommandResult)?.Command.Options.Where(option => option.Recursive) ?? [])
            .Concat(GlobalOptions.All)
            .SelectMany(option => option.Aliases.Append(option.Name));

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)}{command.Command.Name} " : "";

    private static string Meant(string word, IEnumerable<string> known)
    {
        var nearest = known.Distinct().Select(each => (Word: each, Far: Distance(word, each))).Where(each => each.Far <= FarthestMeant).OrderBy(each => each.Far).FirstOrDefault();
        return nearest.Word is null ? "" : $" Did you mean '{nearest.Word}'?";
    }

    /// <summary>Letters to change, leave out or put in, to make one word of the other.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
