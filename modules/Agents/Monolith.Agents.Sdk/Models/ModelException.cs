namespace Monolith.Agents.Sdk;

/// <summary>A model could not be asked, or its answer is of no use. An attempt that lets it go fails with its code.</summary>
public sealed class ModelException : Exception
{
    /// <param name="code">A stable code, such as <see cref="AgentErrorCodes.LlmRateLimit"/>.</param>
    /// <param name="message">What went wrong and how to mend it; no secrets.</param>
    /// <param name="retryable">Whether the same attempt may succeed later.</param>
    public ModelException(string code, string message, bool retryable = false)
        : base(message)
    {
        Code = code;
        Retryable = retryable;
    }

    /// <summary>A stable code.</summary>
    public string Code { get; }

    /// <summary>Whether the same attempt may succeed later.</summary>
    public bool Retryable { get; }
}
