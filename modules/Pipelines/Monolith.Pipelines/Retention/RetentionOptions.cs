using System.ComponentModel.DataAnnotations;

namespace Monolith.Pipelines.Retention;

/// <summary>Section <c>Retention</c>: which finished runs are kept. Without settings all are.</summary>
public sealed class RetentionOptions
{
    /// <summary>Finished runs older than this go; null keeps them whatever their age.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "36500.00:00:00")]
    public TimeSpan? KeepFor { get; set; }

    /// <summary>So many finished runs stay, the newest; null keeps any number.</summary>
    [Range(0, int.MaxValue)]
    public int? KeepCount { get; set; }

    /// <summary>Whether a run is written to the folder <c>archive</c> of the data directory before it is deleted.</summary>
    public bool Archive { get; set; }

    /// <summary>Runs deleted in one transaction.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 500;
}
