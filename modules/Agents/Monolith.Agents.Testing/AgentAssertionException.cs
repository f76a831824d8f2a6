namespace Monolith.Agents.Testing;

/// <summary>Something is not as a test expects it. Thrown to whatever test framework runs the test.</summary>
/// <param name="message">What was expected and what was found.</param>
public sealed class AgentAssertionException(string message) : Exception(message);
