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

    /// <summary>When the next attempt begins, while one is scheduled.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What it waits for, or waited for last.</summary>
    public BlockedState? Blocked { get; init; }

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
        Attempts = Attempts.Add(new AttemptState(attempt, Executions: 1, at, FinishedAt: null, Error: null)),
    };

    public StageState Interrupt() => EndAttempt(last => last with { Executions = last.Executions + 1 });

    public StageState End(StageStatus status, DateTimeOffset at, RunError? error) =>
        EndAttempt(last => last with { FinishedAt = at, Error = error }) with
        {
            Status = status,
            Error = error,
            NotBefore = null,
        };

    /// <summary>The run it waits for, or waited for last.</summary>
    public Guid? ChildRun => Blocked is { On: BlockedOn.Run, Name: { } id } ? Guid.Parse(id) : null;

    private StageState EndAttempt(Func<AttemptState, AttemptState> change) =>
        Attempts.Length == 0 ? this : this with { Attempts = Attempts.SetItem(Attempts.Length - 1, change(Attempts[^1])) };
}

/// <summary>What a stage waits for; see <see cref="StageBlocked"/>.</summary>
internal sealed record BlockedState(string On, string? Name, DateTimeOffset? Until);
