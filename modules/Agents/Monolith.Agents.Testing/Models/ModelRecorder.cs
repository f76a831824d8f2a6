using System.Collections.Concurrent;

namespace Monolith.Agents.Testing;

/// <summary>Passes questions on to real models and keeps the answers, so that <see cref="TestModels.Play"/> can give them again.</summary>
/// <param name="models">Whom to ask, such as the <c>Models</c> of a context in a host.</param>
public sealed class ModelRecorder(IAgentModels models) : IAgentModels
{
    private readonly ConcurrentQueue<RecordedAnswer> answers = new();

    /// <summary>What was answered so far.</summary>
    public ModelRecording Recording => new([.. answers]);

    /// <inheritdoc/>
    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var answer = await models.AskAsync(request, cancellationToken);
        answers.Enqueue(RecordedAnswer.Of(request, answer));
        return answer;
    }
}
