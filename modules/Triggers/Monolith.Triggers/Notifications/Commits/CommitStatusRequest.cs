using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Monolith.Triggers.Notifications.Commits;

/// <summary>A commit status as each forge wants it.</summary>
internal static class CommitStatusRequest
{
    public static HttpRequestMessage Make(ForgesOptions forges, CommitAddress commit, CommitStatus status, string token) => commit.Forge == ForgeRequest.GitHub
        ? GitHub(forges, commit, status, token)
        : GitLab(forges, commit, status, token);

    /// <remarks>https://docs.github.com/rest/commits/statuses</remarks>
    private static HttpRequestMessage GitHub(ForgesOptions forges, CommitAddress commit, CommitStatus status, string token)
    {
        var word = status.State switch { CommitState.Cancelled or CommitState.Invalid => "error", var same => same };
        var body = new JsonObject { ["state"] = word, ["context"] = status.Name, ["description"] = status.Shortened };
        return Request($"{forges.GitHubApi.TrimEnd('/')}/repos/{commit.Repository}/statuses/{commit.Sha}", body, commit, status, token);
    }

    /// <remarks>https://docs.gitlab.com/api/commits/#set-commit-pipeline-status</remarks>
    private static HttpRequestMessage GitLab(ForgesOptions forges, CommitAddress commit, CommitStatus status, string token)
    {
        var word = status.State switch { CommitState.Failure or CommitState.Invalid => "failed", CommitState.Cancelled => "canceled", var same => same };
        var body = new JsonObject { ["state"] = word, ["name"] = status.Name, ["description"] = status.Shortened };
        return Request($"{forges.GitLabApi.TrimEnd('/')}/projects/{commit.Repository}/statuses/{commit.Sha}", body, commit, status, token);
    }

    private static HttpRequestMessage Request(string address, JsonObject body, CommitAddress commit, CommitStatus status, string token)
    {
        if (status.Url is not null)
            body["target_url"] = status.Url;
        var request = ForgeRequest.Make(HttpMethod.Post, commit.Forge, address, token);
        request.Content = JsonContent.Create<JsonNode>(body);
        return request;
    }
}
