namespace Monolith.Pipelines.Runs.Commands;

/// <summary>Something that is asked of a run.</summary>
internal interface IRunCommand
{
    DateTimeOffset At { get; }
}
