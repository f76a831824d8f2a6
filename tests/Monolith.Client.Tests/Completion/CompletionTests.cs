using Monolith.Client.Tests.Support;

namespace Monolith.Client.Tests.Completion;

public sealed class CompletionTests
{
    /// <summary>What a terminal does: sources the script, finds the function of the command, and calls it with a line.</summary>
    private const string Ask = """
        monolith() { dotnet "$TOOL" "$@"; }
        source <(monolith completion bash)
        for COMP_LINE in "$@"; do
          COMP_POINT=${#COMP_LINE}
          read -ra COMP_WORDS <<< "$COMP_LINE"
          [[ $COMP_LINE == *" " ]] && COMP_WORDS+=("")
          COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
          _monolith
          echo "${COMPREPLY[@]}"
        done
        """;

    [Fact]
    public async Task Bash_SourcedScript_CompletesWhatMayStandThere()
    {
        using var bash = ToolProcess.Start("bash", ["-c", Ask, "bash", "monolith pipelines ", "monolith run x --no"]);

        var lines = (await bash.StandardOutput.ReadToEndAsync()).Split('\n');

        Assert.Equal(["apply delete diff get list validate", "--no-wait --non-interactive"], lines[..2]);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _monolith monolith")]
    [InlineData("zsh", "compdef _monolith monolith")]
    [InlineData("fish", "complete -c monolith -f")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName monolith")]
    public async Task Completion_OfAShell_IsAScriptForIt(string shell, string line)
    {
        var typed = await Typed.AtAsync("", "completion", shell);

        Assert.True(typed.ExitCode == 0 && typed.Out.Contains(line, StringComparison.Ordinal), $"{typed}");
    }
}
