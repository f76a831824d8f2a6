using System.Text.Json;

namespace Monolith.Pipelines.Contracts.Triggers;

/// <summary>Something that happened outside and may start runs. Whoever makes one has proof of who sent it.</summary>
/// <param name="Project">Whose pipelines it may start.</param>
/// <param name="Kind">How it came.</param>
/// <param name="Key">The same each time the same thing is told; a pipeline starts one run of a key.</param>
/// <param name="By">Who caused it, such as <c>github:octocat</c>; the run says so.</param>
/// <param name="Facts">A JSON object: what <c>event</c> is to the trigger's expressions.</param>
public sealed record TriggerEvent(string Project, TriggerKind Kind, string Key, string By, JsonElement Facts)
{
    /// <summary>The forge; the source of a CloudEvent.</summary>
    public string? Source { get; init; }

    /// <summary><c>push</c>, <c>tag</c> or <c>pullRequest</c>; the type of a CloudEvent.</summary>
    public string? Name { get; init; }

    /// <summary>The repository as <c>owner/name</c>; the subject of a CloudEvent.</summary>
    public string? Subject { get; init; }

    /// <summary>The branch that was pushed to or that a pull request is to go into; the tag.</summary>
    public string? Target { get; init; }

    /// <summary>Whether it brings code of another repository, which anybody may have written.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The branch that has the code.</summary>
    public string? Branch { get; init; }

    /// <summary>The code.</summary>
    public string? CommitSha { get; init; }

    /// <summary>To find the runs by.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Where a trigger that reports tells what becomes of the run; a notification's address. Null for nowhere.</summary>
    public string? ReportTo { get; init; }
}

/// <summary>How an event came.</summary>
public enum TriggerKind
{
    /// <summary>By a webhook of a forge.</summary>
    Webhook,

    /// <summary>As a CloudEvent, or a Standard Webhook of anybody's.</summary>
    Event,
}
