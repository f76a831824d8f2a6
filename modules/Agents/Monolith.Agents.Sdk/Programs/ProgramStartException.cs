namespace Monolith.Agents.Sdk;

/// <summary>A program could not be started: not found, not executable, or its working folder lies outside the workspace.</summary>
public sealed class ProgramStartException : Exception
{
    public ProgramStartException(string message)
        : base(message)
    {
    }

    public ProgramStartException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
