using System.Collections.Immutable;
using System.Text.Json;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Gates;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Pipelines.Runs.State;

internal sealed record StageState
{
    public static readonly StageState Pending = new();

    public StageStatus Status { get; init; }

    /// <summary>0 before the first.</summary>
    public int Attempt => Attempts.Length == 0 ? 0 : Attempts[^1].Number;

    /// <summary>How often the attempt was begun; more than 1 when a host died under it.</summary>
    public int Execution => Attempts.Length == 0 ? 0 : Attempts[^1].Executions;

    /// <summary>Attempts made before the run was retried by hand; they do not count against the stage's retry policy.</summary>
    public int EarlierAttempts { get; init; }

    /// <summary>How often in a row the present attempt was put off.</summary>
    public int Postponed { get; init; }

    /// <summary>The number of the attempt that begins next: one that was put off keeps its own.</summary>
    public int NextAttempt => Postponed > 0 ? Attempt : Attempt + 1;

    /// <summary>When the next attempt begins, while one is scheduled.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What it waits for, or waited for last.</summary>
    public BlockedState? Blocked { get; init; }

    /// <summary>The decision it asked for last; null when it asked for none.</summary>
    public Guid? Decision { get; init; }

    public int ClarificationRounds { get; init; }

    /// <summary>What people answered to its questions, an object; null when it asked none.</summary>
    public JsonElement? Answers { get; init; }

    /// <summary>Whether what it brought was taken over from another run.</summary>
    public bool Reused { get; init; }

    public RunError? Error { get; init; }

    /// <summary>Why it was skipped.</summary>
    public string? Reason { get; init; }

    public JsonElement? Outputs { get; init; }

    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    public IReadOnlyList<StoredArtifact>? Artifacts { get; init; }

    public IReadOnlyList<GateResult>? Gates { get; init; }

    public ImmutableArray<AttemptState> Attempts { get; init; } = [];

    /// <summary>Of the last attempt.</summary>
    public DateTimeOffset? FinishedAt => Attempts.Length == 0 ? null : Attempts[^1].FinishedAt;

    public bool IsFinal => Status is StageStatus.Success or StageStatus.Failed or StageStatus.Skipped;

    public StageState Begin(int attempt, DateTimeOffset at) => this with
    {
        Status = StageStatus.Running,
        NotBefore = null,
        Attempts = attempt == Attempt
            ? Attempts.SetItem(Attempts.Length - 1, new AttemptState(attempt, Execution + 1, at, FinishedAt: null, Error: null))
            : Attempts.Add(new AttemptState(attempt, Executions: 1, at, FinishedAt: null, Error: null)),
    };

    /// <summary>Ends an execution that was none. The next one has a number of its own, so that this one is not heard any more.</summary>
    public StageState Postpone(StagePostponed e) => End(StageStatus.Pending, e.At, new RunError(e.Reason, e.Message)) with
    {
        NotBefore = e.NotBefore,
        Postponed = Postponed + 1,
    };

    public StageState Interrupt() => EndAttempt(last => last with { Executions = last.Executions + 1 });

    public StageState End(StageStatus status, DateTimeOffset at, RunError? error) =>
        EndAttempt(last => last with { FinishedAt = at, Error = error }) with
        {
            Status = status,
            Error = error,
            NotBefore = null,
            Postponed = 0,
        };

    /// <summary>The run it waits for, or waited for last.</summary>
    public Guid? ChildRun => Blocked is { On: BlockedOn.Run, Name: { } id } ? Guid.Parse(id) : null;

    /// <summary>Marks its last attempt as the last of its tries.</summary>
    public StageState Exhaust() => EndAttempt(last => last with { Exhausted = true });

    private StageState EndAttempt(Func<AttemptState, AttemptState> change) =>
        Attempts.Length == 0 ? this : this with { Attempts = Attempts.SetItem(Attempts.Length - 1, change(Attempts[^1])) };
}

/// <summary>What a stage waits for; see <see cref="StageBlocked"/>.</summary>
internal sealed record BlockedState(string On, string? Name, DateTimeOffset? Until);
