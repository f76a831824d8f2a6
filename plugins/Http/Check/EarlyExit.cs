namespace Monolith.Plugins.Http.Check;

internal static class EarlyExit
{
    /// <summary>Another program may have taken the free port first; only then is it worth trying again.</summary>
    public static AgentResult Failure(string when, ProgramResult result) => AgentResult.Failure(
        AgentErrorCodes.TaskExecutionFailed,
        $"The program ended with exit code {result.ExitCode} {when}. Its last lines:\n{result.LastLines()}",
        retryable: IsPortTaken(result.StandardError) || IsPortTaken(result.StandardOutput));

    private static bool IsPortTaken(string output) =>
        output.Contains("address already in use", StringComparison.OrdinalIgnoreCase);
}
