using System.CommandLine;
using Monolith.Cli.Running;

namespace Monolith.Cli.Completion;

/// <summary><c>completion</c>: a script for a shell. What it completes it asks the tool itself, word by word.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = new Argument<string>("shell") { Description = "Which shell." }
        .AcceptOnlyFromAmong([.. CompletionScripts.Of.Keys]);

    public static Command Create(Surroundings around)
    {
        var command = new Command("completion", "Prints a script that completes commands: bash, zsh, fish or pwsh.") { Shell };
        command.SetAction(words => around.Out.Write(CompletionScripts.Of[words.GetRequiredValue(Shell)].ReplaceLineEndings("\n") + "\n"));
        return command;
    }
}
