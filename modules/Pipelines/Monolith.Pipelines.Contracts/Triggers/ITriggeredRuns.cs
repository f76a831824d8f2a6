namespace Monolith.Pipelines.Contracts.Triggers;

/// <summary>Starts what events and times start.</summary>
public interface ITriggeredRuns
{
    /// <summary>Starts a run of each pipeline that has a trigger for the event. Asked again with the same key it starts nothing more and answers the same.</summary>
    /// <param name="what">What happened.</param>
    /// <param name="cancellationToken">Stops between two pipelines.</param>
    /// <returns>By pipeline; empty when none has a trigger for it. Null when the host has too much to do: ask again later.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer. Some runs may have been started.</exception>
    Task<IReadOnlyList<TriggeredRun>?> StartAsync(TriggerEvent what, CancellationToken cancellationToken);

    /// <summary>
    /// Starts a run of each definition that has a trigger for the event, whether or not a pipeline of its name is stored. Asked again with the same key and
    /// paths it starts nothing more and answers the same.
    /// </summary>
    /// <param name="what">What happened.</param>
    /// <param name="files">Definitions that came with it.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>By path; those without a trigger for it are left out, those that are no definition have all errors, a line each. Null as above.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer. Some runs may have been started.</exception>
    Task<IReadOnlyList<TriggeredRun>?> StartAsync(TriggerEvent what, IReadOnlyList<DefinitionFile> files, CancellationToken cancellationToken);
}

/// <summary>A definition that lies where the event is from.</summary>
/// <param name="Path">Such as <c>.monolith/build.yaml</c>.</param>
/// <param name="Yaml">What is in it, UTF-8.</param>
public sealed record DefinitionFile(string Path, ReadOnlyMemory<byte> Yaml);

/// <summary>A pipeline with a trigger for an event.</summary>
/// <param name="Pipeline">Its name; of a definition that lies in a file the file's path.</param>
/// <param name="RunId">The run; null when none could be started.</param>
/// <param name="Error">Why not, for people; null when one was.</param>
public sealed record TriggeredRun(string Pipeline, Guid? RunId, string? Error);
