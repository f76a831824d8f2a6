using System.Text.Json;
using Monolith.Pipelines.Decisions.Clarity;

namespace Monolith.Pipelines.Runs.Events.People;

/// <summary>A stage asks before it goes on.</summary>
/// <param name="Clarification">Its id.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Round">From 1.</param>
/// <param name="Questions">At least one.</param>
/// <param name="At">When.</param>
internal sealed record ClarificationRequested(
    Guid Clarification, string Stage, int Attempt, int Round, IReadOnlyList<Question> Questions, DateTimeOffset At) : IRunEvent;

/// <summary>All its questions were answered.</summary>
/// <param name="Clarification">Which.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Answers">An object, by the questions' ids.</param>
/// <param name="By">Who answered, if that is known.</param>
/// <param name="At">When.</param>
internal sealed record ClarificationAnswered(Guid Clarification, string Stage, JsonElement Answers, string? By, DateTimeOffset At) : IRunEvent;
