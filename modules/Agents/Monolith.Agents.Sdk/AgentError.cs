namespace Monolith.Agents.Sdk;

/// <summary>Why an attempt failed.</summary>
/// <param name="Code">One of <see cref="AgentErrorCodes"/>.</param>
/// <param name="Message">What went wrong and how to mend it; no secrets.</param>
/// <param name="Retryable">Whether the same attempt may succeed later.</param>
public sealed record AgentError(string Code, string Message, bool Retryable);
