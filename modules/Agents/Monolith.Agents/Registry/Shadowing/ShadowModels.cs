using Monolith.Agents.Sdk;

namespace Monolith.Agents.Registry.Shadowing;

/// <summary>The answers that the journal holds of the attempt. A question that was not asked then has none.</summary>
internal sealed class ShadowModels(IAgentModels recorded, ShadowReach reach) : IAgentModels
{
    public const string Unanswered = "It asks a language model what was not asked then, or the journal does not keep what was said.";

    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await recorded.AskAsync(request, cancellationToken);
        }
        catch (ModelException missing) when (missing.Code != AgentErrorCodes.TaskValidationFailed)
        {
            reach.Note(Unanswered);
            throw;
        }
    }
}
