using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Inside;

/// <summary>The host asks the models: its providers, budget and journal.</summary>
internal sealed class RemoteModels(RemoteRequests requests) : IAgentModels
{
    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = requests.Send("ask", json => QuestionMessage.Write(json, request), request.OnText);
        await using var abandoning = cancellationToken.UnsafeRegister(_ => requests.Abandon(asked), state: null);
        try
        {
            return AnswerMessage.Read(await asked.Reply);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
