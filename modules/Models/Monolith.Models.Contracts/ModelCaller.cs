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

    /// <summary>Who started the run; null when nobody is known.</summary>
    public string? Person { get; init; }

    /// <summary>The run's project.</summary>
    public string Project { get; init; } = "default";

    /// <summary>Whose runs these are. There is one tenant.</summary>
    public string Tenant { get; init; } = "default";

    /// <summary>US dollars that the run may spend, by its definition; null for the host's setting.</summary>
    public decimal? RunBudget { get; init; }

    /// <summary>US dollars that all attempts of the stage may spend; null for as much as the run may.</summary>
    public decimal? StageBudget { get; init; }

    /// <summary>Whether the attempt is done again to see what comes of it: it gets the answers that the journal holds of it and no others. No provider is called, and nothing is charged or recorded.</summary>
    public bool IsReplay { get; init; }
}
