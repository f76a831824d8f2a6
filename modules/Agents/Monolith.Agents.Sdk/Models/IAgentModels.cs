namespace Monolith.Agents.Sdk;

/// <summary>The language models the host is configured with. What is asked counts against the run's budget.</summary>
public interface IAgentModels
{
    /// <summary>
    /// Asks a model and waits for the whole answer. The host picks the provider, repeats a call that failed on the way, and
    /// goes on to the next provider when one is down. An attempt that runs again after a crash gets the answers it already had.
    /// </summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Gives the call up; it is then charged in full, since nobody knows what the provider did.</param>
    /// <exception cref="ModelException">
    /// LLM_RATE_LIMIT: every provider refuses for now. LLM_QUOTA_EXCEEDED: the budget does not allow the call.
    /// LLM_INVALID_RESPONSE: the answer is no answer, or does not fit the schema, also when asked again.
    /// LLM_API_ERROR: no provider is configured or none could answer. TASK_VALIDATION_FAILED: the request itself is wrong.
    /// DATABASE_ERROR: the call could not be recorded. Let it go and the attempt fails with that code.
    /// </exception>
    Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken);
}
