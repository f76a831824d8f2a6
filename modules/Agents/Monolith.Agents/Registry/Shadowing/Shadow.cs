using Monolith.Agents.Registry.Api.Http;

namespace Monolith.Agents.Registry.Shadowing;

/// <summary>A comparison of a version with recorded runs, under way or over.</summary>
internal sealed record Shadow(Guid Id, string Plugin, string ContentHash, string StartedBy, DateTimeOffset StartedAt)
{
    /// <summary>After this it is over, however far it has come.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public string Status { get; init; } = ShadowStatus.Running;

    public DateTimeOffset? FinishedAt { get; init; }

    public ShadowReport Report { get; init; } = ShadowReport.Of([]);
}

/// <summary>Stored names.</summary>
internal static class ShadowStatus
{
    public const string Running = "running";
    public const string Finished = "finished";
    public const string Cancelled = "cancelled";

    /// <summary>The version could not be loaded, or its host stopped.</summary>
    public const string Failed = "failed";
}
