namespace Monolith.Agents.Workers;

/// <summary>What an agent outside the host threw, or that its process ended during the call.</summary>
/// <param name="code">A stable code.</param>
/// <param name="message">For people.</param>
/// <param name="retryable">Whether the same attempt may succeed later.</param>
internal sealed class WorkerException(string code, string message, bool retryable) : Exception(message)
{
    public string Code => code;

    public bool IsRetryable => retryable;

    /// <summary>For the plugin's author: its stack there.</summary>
    public string Details { get; init; } = "";

    public override string ToString() => Details.Length > 0 ? Details : Message;
}
