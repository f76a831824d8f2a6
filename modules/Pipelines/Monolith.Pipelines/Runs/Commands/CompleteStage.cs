using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Commands;

/// <summary>An attempt came to its end.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Execution">Which execution of the attempt; one that another host has taken over is not heard.</param>
/// <param name="Outcome">What it brought.</param>
/// <param name="At">When.</param>
internal sealed record CompleteStage(string Stage, int Attempt, int Execution, AttemptOutcome Outcome, DateTimeOffset At) : IRunCommand;

/// <summary>What an attempt brought.</summary>
internal sealed record AttemptOutcome
{
    public static readonly AttemptOutcome Success = new();

    /// <summary>Null when it succeeded.</summary>
    public RunError? Error { get; init; }

    public bool Retryable { get; init; }

    /// <summary>What the other side asked for before another attempt; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What is to be decided before the attempt goes on; null when nothing is.</summary>
    public AskedDecision? AsksDecision { get; init; }

    /// <summary>What is to be answered before the attempt goes on; null when nothing is.</summary>
    public AskedQuestions? AsksQuestions { get; init; }

    /// <summary>The attempt was not made; null when it was.</summary>
    public Postponement? Postponed { get; init; }

    /// <summary>The run that was begun and is now waited for; null when the attempt is over.</summary>
    public Guid? ChildRun { get; init; }

    public JsonElement? Outputs { get; init; }

    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    public IReadOnlyList<StoredArtifact>? Artifacts { get; init; }

    public static AttemptOutcome Failure(IReadOnlyList<Problem> problems) =>
        Failure(problems[0].Code, string.Join(" ", problems.Select(p => p.Path is null ? p.Message : $"{p.Path}: {p.Message}")));

    /// <param name="code">Stable.</param>
    /// <param name="message">For people.</param>
    /// <param name="retryable">Null for what the catalogue says of the code.</param>
    public static AttemptOutcome Failure(string code, string message, bool? retryable = null) =>
        new() { Error = new RunError(code, message), Retryable = retryable ?? ErrorCatalog.IsRetryable(code) };
}

/// <summary>Why an attempt is put off, and until when.</summary>
internal sealed record Postponement(string Reason, string Message, DateTimeOffset NotBefore);
