namespace Monolith.Cli.Completion;

/// <summary>
/// A script for each shell. The directive [suggest:N] has the tool say what may stand at place N of a line. Options are offered behind a dash only, so that
/// file names are where they may stand.
/// </summary>
internal static class CompletionScripts
{
    public static IReadOnlyDictionary<string, string> Of { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = """
            # source <(monolith completion bash)
            _monolith() {
              local word="${COMP_WORDS[COMP_CWORD]}" words
              words=$(monolith "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null) || return
              [[ $word == -* ]] || words=$(grep -v '^-' <<< "$words")
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
              [[ $PREFIX == -* ]] || words=(${words:#-*})
              compadd -a words || _files
            }
            compdef _monolith monolith
            """,
        ["fish"] = """
            # monolith completion fish | source
            function __monolith
              set -l line (commandline -cp)
              set -l words (monolith "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null)
              string match -q -- '-*' (commandline -ct); or set words (string match -v -- '-*' $words)
              test (count $words) -gt 0; and string join \n -- $words; or __fish_complete_path (commandline -ct)
            end
            complete -c monolith -f -a '(__monolith)'
            """,
        ["pwsh"] = """
            # monolith completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName monolith -ScriptBlock {
              param($word, $ast, $at)
              monolith "[suggest:$at]" "$ast" 2>$null |
                Where-Object { $_ -like "$word*" -and ($word -like '-*' -or $_ -notlike '-*') } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };
}
