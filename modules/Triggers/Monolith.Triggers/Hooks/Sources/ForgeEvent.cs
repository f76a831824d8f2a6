using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Triggers.Hooks.Sources;

/// <summary>What a forge tells of, in words that all forges share; what <c>event</c> is to a trigger's expressions.</summary>
internal sealed record ForgeEvent
{
    public const string Push = "push";
    public const string PushedTag = "tag";
    public const string Proposed = "pullRequest";

    public required string Source { get; init; }

    public required string Name { get; init; }

    public string? Action { get; init; }

    public required string Repository { get; init; }

    public string? CloneUrl { get; init; }

    public string? WebUrl { get; init; }

    public string? Ref { get; init; }

    /// <summary>That has the code.</summary>
    public string? Branch { get; init; }

    public string? Tag { get; init; }

    public string? CommitSha { get; init; }

    public string? Author { get; init; }

    public string? Message { get; init; }

    public ProposedChange? PullRequest { get; init; }

    [JsonIgnore]
    public bool IsForeign { get; init; }

    [JsonIgnore]
    public string? ReportTo { get; init; }

    public TriggerEvent For(string project, string key) => new(
        project, TriggerKind.Webhook, $"{Source}/{key}", $"{Source}:{Author ?? "unknown"}", JsonSerializer.SerializeToElement(this, ForgeJson.Default.ForgeEvent))
    {
        Source = Source,
        Name = Name,
        Subject = Repository,
        Target = Tag ?? PullRequest?.TargetBranch ?? Branch,
        IsForeign = IsForeign,
        Branch = Branch,
        CommitSha = CommitSha,
        Labels = Labels(),
        ReportTo = ReportTo,
    };

    private Dictionary<string, string> Labels()
    {
        var labels = new Dictionary<string, string> { ["source"] = Source, ["event"] = Name, ["repository"] = Repository };
        if (Author is not null)
            labels["author"] = Author;
        if (Tag is not null)
            labels["tag"] = Tag;
        if (PullRequest is not null)
            labels["pullRequest"] = PullRequest.Number.ToString(CultureInfo.InvariantCulture);
        return labels;
    }
}

/// <summary>A pull request; GitLab calls it a merge request.</summary>
internal sealed record ProposedChange(long Number, string? Title, string? Url, string? SourceBranch, string? TargetBranch);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ForgeEvent))]
internal sealed partial class ForgeJson : JsonSerializerContext;
