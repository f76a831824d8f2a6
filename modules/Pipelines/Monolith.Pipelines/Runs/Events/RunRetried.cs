namespace Monolith.Pipelines.Runs.Events;

/// <summary>A failed or cancelled run goes on.</summary>
/// <param name="Reset">Stages that are done again.</param>
/// <param name="Reused">Stages whose outputs are kept.</param>
/// <param name="At">When.</param>
internal sealed record RunRetried(IReadOnlyList<string> Reset, IReadOnlyList<string> Reused, DateTimeOffset At) : IRunEvent;
