namespace Monolith.Plugins.Validation.Go;

internal static class GoFailure
{
    private static readonly string[] Network = ["dial tcp", "i/o timeout", "connection refused", "TLS handshake timeout", "server misbehaving"];

    public static AgentResult Of(string doing, ProgramResult result)
    {
        var message = $"{doing} failed with exit code {result.ExitCode}. The last lines:\n{result.LastLines()}";
        return Network.Any(word => result.StandardError.Contains(word, StringComparison.Ordinal)) ? Failed.Network(message) : Failed.Execution(message);
    }
}
