namespace Monolith.Plugins.Command;

/// <summary>How each shell runs a script from a file and stops at the first line that fails.</summary>
internal static class Shell
{
    public static string Default => OperatingSystem.IsWindows() ? "cmd" : "sh";

    public static Outcome<ProgramSpec> Program(string shell, string script, string privateFolder)
    {
        var file = Path.Combine(privateFolder, "script" + Extension(shell));
        File.WriteAllText(file, shell == "pwsh" ? $"$ErrorActionPreference = 'Stop'\n{script}" : script);
        return shell switch
        {
            "sh" => new ProgramSpec("sh", "-e", file),
            "bash" => new ProgramSpec("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", file),
            "pwsh" => new ProgramSpec("pwsh", "-NoProfile", "-NonInteractive", "-File", file),
            "cmd" => new ProgramSpec("cmd", "/d", "/c", file),
            _ => Failed.Validation($"There is no shell '{shell}'; there are sh, bash, pwsh and cmd."),
        };
    }

    // PowerShell and cmd go by the extension; the others read any file.
    private static string Extension(string shell) => shell switch
    {
        "pwsh" => ".ps1",
        "cmd" => ".cmd",
        _ => ".sh",
    };
}
