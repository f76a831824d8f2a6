using System.Collections.Immutable;
using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Pipelines.Runs.State;

/// <summary>A run as its events tell it. See <see cref="RunFold"/> for how each event changes it.</summary>
internal sealed record RunState
{
    public required Guid Id { get; init; }

    public required CompiledDefinition Definition { get; init; }

    /// <summary>How many events are in it.</summary>
    public long Version { get; init; }

    /// <summary>Whose run it is.</summary>
    public string Project { get; init; } = Access.Contracts.Projects.Project.Default;

    public string Pipeline { get; init; } = "";

    public int? PipelineVersion { get; init; }

    public JsonElement Inputs { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string Trigger { get; init; } = "";

    public string? CommitSha { get; init; }

    public string? Branch { get; init; }

    public int Priority { get; init; }

    public RunConcurrency? Concurrency { get; init; }

    public ParentStage? Parent { get; init; }

    public ForkedFrom? Fork { get; init; }

    /// <summary>The address of the forge that wants to hear what becomes of it.</summary>
    public string? ReportTo { get; init; }

    public Origin? Origin { get; init; }

    public ImmutableDictionary<Guid, DecisionState> Decisions { get; init; } = ImmutableDictionary<Guid, DecisionState>.Empty;

    public ImmutableDictionary<Guid, ClarificationState> Clarifications { get; init; } = ImmutableDictionary<Guid, ClarificationState>.Empty;

    /// <summary>The signals that were given, each with its payload.</summary>
    public ImmutableDictionary<string, JsonElement?> Signals { get; init; } = ImmutableDictionary<string, JsonElement?>.Empty;

    public IReadOnlyDictionary<string, string> Plugins { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The host that does its stages; the last one while it waits.</summary>
    public Guid? HostId { get; init; }

    public string? HostName { get; init; }

    /// <summary>When its host let go of it with stages under way; null once another host, or the same one anew, has claimed it.</summary>
    public DateTimeOffset? InterruptedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when the run's time limit counts: its creation, or its last retry.</summary>
    public DateTimeOffset ClockStart { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public bool IsPaused { get; init; }

    /// <summary>Null until the run is over.</summary>
    public RunStatus? Outcome { get; init; }

    public RunError? Error { get; init; }

    /// <summary>By the stage's index in the definition's graph.</summary>
    public ImmutableArray<StageState> Stages { get; init; } = [];

    public int Running { get; init; }

    /// <summary>Stages not yet ended.</summary>
    public int Unfinished { get; init; }

    public bool IsFinal => Outcome is not null;

    public RunStatus Status =>
        Outcome ?? (IsPaused ? RunStatus.Paused
            : Running > 0 ? RunStatus.Running
            : HostId is null ? RunStatus.Queued
            : RunStatus.Waiting);

    /// <summary>When the run's time is up; null without a time limit.</summary>
    public DateTimeOffset? Deadline => ClockStart + Definition.Definition.Timeout;

    /// <summary>A new run before its first event.</summary>
    public static RunState New(Guid id, CompiledDefinition definition)
    {
        var stages = definition.Graph.Stages.Count;
        return new RunState
        {
            Id = id,
            Definition = definition,
            Stages = [.. Enumerable.Repeat(StageState.Pending, stages)],
            Unfinished = stages,
        };
    }

    /// <summary>Runs of one share take turns with those of others when there is not room for all.</summary>
    public string Share => Owned(Concurrency?.Key ?? Pipeline);

    /// <summary>As places are taken: no two projects share a key.</summary>
    public RunConcurrency? OwnConcurrency => Concurrency is null ? null : Concurrency with { Key = Owned(Concurrency.Key) };

    /// <summary>Whether it takes one of the places of its concurrency key.</summary>
    public bool HoldsPlace => Concurrency is not null && !IsFinal && HostId is not null;

    private string Owned(string text) => Access.Contracts.Projects.Project.Own(Project, text);

    public int IndexOf(string stage) => Definition.Graph.IndexOf(stage);
}
