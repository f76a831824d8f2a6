using System.Text.Json;
using System.Text.RegularExpressions;

namespace Monolith.Triggers.Hooks.Sources;

/// <summary>GitHub's payloads: https://docs.github.com/webhooks/webhook-events-and-payloads.</summary>
internal static partial class GitHubPayload
{
    private static readonly string[] NewCode = ["opened", "reopened", "synchronize"];

    /// <returns>Null for what starts nothing.</returns>
    public static ForgeEvent? Read(string name, JsonElement payload) => name switch
    {
        "push" => Push(payload),
        "pull_request" => PullRequest(payload),
        _ => null,
    };

    private static ForgeEvent? Push(JsonElement payload)
    {
        var reference = payload.Text("ref");
        var tag = GitRef.TagOf(reference);
        if (payload.IsTrue("deleted") || GitRef.Commit(payload.Text("after")) is not { } after || payload.Text("repository", "full_name") is not { } repository)
            return null;
        // What an annotated tag points to is in head_commit; "after" is the tag's own object.
        var commit = GitRef.Commit(payload.Text("head_commit", "id")) ?? after;
        return new ForgeEvent
        {
            Source = GitHubSource.Named,
            Name = tag is null ? ForgeEvent.Push : ForgeEvent.PushedTag,
            Repository = repository,
            CloneUrl = payload.Text("repository", "clone_url"),
            WebUrl = payload.Text("repository", "html_url"),
            Ref = reference,
            Branch = GitRef.BranchOf(reference),
            Tag = tag,
            CommitSha = commit,
            Author = payload.Text("sender", "login") ?? payload.Text("pusher", "name"),
            Message = payload.Text("head_commit", "message"),
            ReportTo = ReportTo(repository, commit),
        };
    }

    private static ForgeEvent? PullRequest(JsonElement payload)
    {
        var request = payload.Part("pull_request");
        if (payload.Text("action") is not { } action || !NewCode.Contains(action) || payload.Text("repository", "full_name") is not { } repository
            || GitRef.Commit(request.Text("head", "sha")) is not { } commit)
        {
            return null;
        }

        var branch = request.Text("head", "ref");
        return new ForgeEvent
        {
            Source = GitHubSource.Named,
            Name = ForgeEvent.Proposed,
            Action = action,
            Repository = repository,
            CloneUrl = request.Text("head", "repo", "clone_url") ?? payload.Text("repository", "clone_url"),
            WebUrl = payload.Text("repository", "html_url"),
            Ref = $"refs/pull/{payload.Number("number") ?? 0}/head",
            Branch = branch,
            CommitSha = commit,
            Author = payload.Text("sender", "login"),
            Message = request.Text("title"),
            PullRequest = new(payload.Number("number") ?? 0, request.Text("title"), request.Text("html_url"), branch, request.Text("base", "ref")),
            // A fork that is gone has no repository here.
            IsForeign = request.Text("head", "repo", "full_name") != repository,
            ReportTo = ReportTo(repository, commit),
        };
    }

    private static string? ReportTo(string repository, string commit) => FullName().IsMatch(repository) ? $"status+github:{repository}@{commit}" : null;

    [GeneratedRegex(@"\A(?!\.)[A-Za-z0-9_.-]{1,100}/(?!\.{1,2}\z)[A-Za-z0-9_.-]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();
}
