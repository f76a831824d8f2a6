using Monolith.Agents.Sdk;
using Monolith.Models.Contracts;

namespace Monolith.Agents.Tests.Workers;

/// <summary>Answers with the question, word by word.</summary>
internal sealed class PiecewiseModels : IModelAccess, IAgentModels
{
    public IAgentModels Of(ModelCaller caller) => this;

    public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        foreach (var word in request.Messages[0].Text.Split(' '))
            request.OnText?.Invoke(word);
        return Task.FromResult(new ModelAnswer($"{request.System} {request.Messages[0].Text}") { Provider = "none", Model = "echo" });
    }
}
