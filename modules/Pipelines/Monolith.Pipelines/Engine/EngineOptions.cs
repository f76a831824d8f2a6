using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Monolith.Pipelines.Engine;

/// <summary>Section <c>Engine</c>: how much one host does at a time.</summary>
public sealed class EngineOptions
{
    /// <summary>Stages this host does at once; others wait for a slot.</summary>
    [Range(1, 10_000)]
    [DefaultValue("4 a processor, 8 at least")]
    public int MaxConcurrentStages { get; set; } = Math.Max(8, Environment.ProcessorCount * 4);

    /// <summary>Runs this host holds at once; others stay queued in the store for whichever host has room.</summary>
    [Range(1, 100_000)]
    public int MaxActiveRuns { get; set; } = 1_000;

    /// <summary>Runs of one project that this host holds at once; null for as many as it holds at all. More of it stay queued and hold nobody else up.</summary>
    [Range(1, 100_000)]
    public int? MaxActiveRunsPerProject { get; set; }

    /// <summary>Runs of all hosts that are queued at most. What would start more is refused with 503 until some are taken.</summary>
    [Range(1, 10_000_000)]
    public int MaxQueuedRuns { get; set; } = 10_000;

    /// <summary>Requests to start runs that this host handles at once; one more is refused with 503.</summary>
    [Range(1, 100_000)]
    public int MaxStarting { get; set; } = 512;

    /// <summary>Bytes that one artifact may have, a folder all its files together. The stage that makes a larger one fails.</summary>
    [Range(1d, 1e15)]
    public long MaxArtifactBytes { get; set; } = 2L << 30;

    /// <summary>How long a host is believed alive after its last sign of life. Its runs then go to another host.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a host gives a sign of life and looks for runs that nobody does.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Which runs keep their workspace folder when they are over.</summary>
    public KeepWorkspaces KeepWorkspaces { get; set; } = KeepWorkspaces.Failed;

    /// <summary>What holds for single agents, by their names.</summary>
    public Dictionary<string, AgentOptions> Agents { get; } = new(StringComparer.Ordinal);
}

/// <summary>Section <c>Engine:Agents:NAME</c>: what holds for one agent.</summary>
public sealed class AgentOptions
{
    /// <summary>Stages that this agent does at once on this host; null for as many as the host does.</summary>
    [Range(1, 10_000)]
    public int? MaxConcurrent { get; set; }
}

/// <summary>Which runs keep their workspace folder when they are over.</summary>
public enum KeepWorkspaces
{
    /// <summary>Only those that failed or were cancelled, so that they can be looked into and retried.</summary>
    Failed,

    /// <summary>All.</summary>
    Always,

    /// <summary>None; a retry then begins with an empty folder.</summary>
    Never,
}
