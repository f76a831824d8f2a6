using System.ComponentModel.DataAnnotations;

namespace Monolith.Scheduling;

/// <summary>Section <c>Scheduling</c>.</summary>
public sealed class SchedulingOptions
{
    /// <summary>Jobs this host does at once.</summary>
    [Range(1, 100)]
    public int Workers { get; set; } = 4;

    /// <summary>How often Hangfire looks for jobs whose time has come.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>When finished runs that the section <c>Retention</c> does not keep are deleted: a cron expression, UTC.</summary>
    [Required]
    [CronTime]
    public string RetentionCron { get; set; } = "17 * * * *";

    /// <summary>Single runs that show as a job each, a second at most; a job costs about 10 ms of processor time. What is more shares one job.</summary>
    [Range(0, 1_000)]
    public int JobsPerSecond { get; set; } = 5;
}
