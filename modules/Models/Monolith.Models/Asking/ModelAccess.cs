using Monolith.Agents.Sdk;
using Monolith.Models.Contracts;

namespace Monolith.Models.Asking;

internal sealed class ModelAccess(ModelDesk desk) : IModelAccess
{
    public IAgentModels Of(ModelCaller caller) => new AgentModels(desk, caller);
}
