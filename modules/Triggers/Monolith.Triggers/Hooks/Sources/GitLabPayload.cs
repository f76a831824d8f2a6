using System.Text.Json;

namespace Monolith.Triggers.Hooks.Sources;

/// <summary>GitLab's payloads: https://docs.gitlab.com/user/project/integrations/webhook_events.</summary>
internal static class GitLabPayload
{
    /// <returns>Null for what starts nothing.</returns>
    public static ForgeEvent? Read(JsonElement payload) => payload.Text("object_kind") switch
    {
        "push" or "tag_push" => Push(payload),
        "merge_request" => MergeRequest(payload),
        _ => null,
    };

    private static ForgeEvent? Push(JsonElement payload)
    {
        var reference = payload.Text("ref");
        var tag = GitRef.TagOf(reference);
        // Null when the branch or tag was deleted.
        if (GitRef.Commit(payload.Text("checkout_sha")) is not { } commit || payload.Text("project", "path_with_namespace") is not { } repository)
            return null;
        return new ForgeEvent
        {
            Source = GitLabSource.Named,
            Name = tag is null ? ForgeEvent.Push : ForgeEvent.PushedTag,
            Repository = repository,
            CloneUrl = payload.Text("project", "git_http_url"),
            WebUrl = payload.Text("project", "web_url"),
            Ref = reference,
            Branch = GitRef.BranchOf(reference),
            Tag = tag,
            CommitSha = commit,
            Author = payload.Text("user_username"),
            Message = payload.Text("message") ?? LastMessage(payload),
            ReportTo = ReportTo(payload, commit),
        };
    }

    private static ForgeEvent? MergeRequest(JsonElement payload)
    {
        var request = payload.Part("object_attributes");
        if (request.Text("action") is not { } action || !BringsCode(action, request) || payload.Text("project", "path_with_namespace") is not { } repository
            || GitRef.Commit(request.Text("last_commit", "id")) is not { } commit)
        {
            return null;
        }

        var branch = request.Text("source_branch");
        var number = request.Number("iid") ?? 0;
        var isForeign = request.Number("source_project_id") is not { } from || from != request.Number("target_project_id");
        return new ForgeEvent
        {
            Source = GitLabSource.Named,
            Name = ForgeEvent.Proposed,
            Action = action,
            Repository = repository,
            CloneUrl = request.Text("source", "git_http_url") ?? payload.Text("project", "git_http_url"),
            WebUrl = payload.Text("project", "web_url"),
            Ref = $"refs/merge-requests/{number}/head",
            Branch = branch,
            CommitSha = commit,
            Author = payload.Text("user", "username"),
            Message = request.Text("title"),
            PullRequest = new(number, request.Text("title"), request.Text("url"), branch, request.Text("target_branch")),
            IsForeign = isForeign,
            // The commit is not in this project before it is merged.
            ReportTo = isForeign ? null : ReportTo(payload, commit),
        };
    }

    /// <summary>An update without the revision before it is one of title, labels or people.</summary>
    private static bool BringsCode(string action, JsonElement request) => action is "open" or "reopen" || (action == "update" && request.Text("oldrev") is not null);

    private static string? LastMessage(JsonElement payload) =>
        payload.Part("commits") is { ValueKind: JsonValueKind.Array } commits && commits.GetArrayLength() is > 0 and var count ? commits[count - 1].Text("message") : null;

    private static string? ReportTo(JsonElement payload, string commit) => payload.Number("project", "id") is { } project ? $"status+gitlab:{project}@{commit}" : null;
}
