using Monolith.Agents.Sdk;

namespace Monolith.Models.Contracts;

/// <summary>Hands language models to agents.</summary>
public interface IModelAccess
{
    /// <summary>The models as one attempt of a stage sees them. Make one an execution: it counts what was asked.</summary>
    IAgentModels Of(ModelCaller caller);
}
