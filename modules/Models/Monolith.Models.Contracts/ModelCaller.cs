namespace Monolith.Models.Contracts;

/// <summary>Who asks a model, and so whose budget it is and where the answer is recorded.</summary>
/// <param name="RunId">The run.</param>
/// <param name="StageId">The stage's id in the definition.</param>
/// <param name="Attempt">The attempt's number.</param>
/// <param name="Agent">The agent's name.</param>
public sealed record ModelCaller(Guid RunId, string StageId, int Attempt, string Agent)
{
    /// <summary>The pipeline's name; null when it has none.</summary>
    public string? Pipeline { get; init; }
}
