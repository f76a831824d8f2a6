namespace Monolith.Plugins.Deployment.Targets.Processes;

internal static class ShellText
{
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <exception cref="DeploymentException">The script failed.</exception>
    public static ProgramResult Expect(this ProgramResult result, string otherwise) => result.ExitCode == 0
        ? result
        : throw new DeploymentException(Failed.Execution($"{otherwise}: {result.LastLines()}"));
}
