namespace Monolith.Cli.Completion;

/// <summary>A script for each shell. The directive [suggest:N] has the tool say what may stand at place N of a line.</summary>
internal static class CompletionScripts
{
    public static IReadOnlyDictionary<string, string> Of { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = """
            # source <(monolith completion bash)
            _monolith() {
              local word="${COMP_WORDS[COMP_CWORD]}" words
              words=$(monolith "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null) || return
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$words" -- "$word"))
            }
            complete -o default -F _monolith monolith
            """,
        ["zsh"] = """
            # source <(monolith completion zsh)
            _monolith() {
              local -a words
              words=("${(@f)$(monolith "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -a words
              _files
            }
            compdef _monolith monolith
            """,
        ["fish"] = """
            # monolith completion fish | source
            function __monolith
              set -l line (commandline -cp)
              monolith "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
            end
            complete -c monolith -a '(__monolith)'
            """,
        ["pwsh"] = """
            # monolith completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName monolith -ScriptBlock {
              param($word, $ast, $at)
              monolith "[suggest:$at]" "$ast" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };
}
