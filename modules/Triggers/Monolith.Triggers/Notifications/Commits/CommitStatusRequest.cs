using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications.Commits;

/// <summary>A commit status as each forge wants it.</summary>
internal static class CommitStatusRequest
{
    private const int MostOfDescription = 140;

    public static HttpRequestMessage Make(ForgesOptions forges, CommitAddress commit, DueNotification due, string state, string token, string? url) => commit.Forge == "github"
        ? GitHub(forges, commit, due, state, token, url)
        : GitLab(forges, commit, due, state, token, url);

    /// <remarks>https://docs.github.com/rest/commits/statuses</remarks>
    private static HttpRequestMessage GitHub(ForgesOptions forges, CommitAddress commit, DueNotification due, string state, string token, string? url)
    {
        var body = new JsonObject { ["state"] = state == CommitState.Cancelled ? "error" : state, ["context"] = NameOf(due), ["description"] = Text(due, state) };
        return Request($"{forges.GitHubApi.TrimEnd('/')}/repos/{commit.Repository}/statuses/{commit.Sha}", body, url, ("Authorization", $"Bearer {token}"), ("Accept", "application/vnd.github+json"));
    }

    /// <remarks>https://docs.gitlab.com/api/commits/#set-commit-pipeline-status</remarks>
    private static HttpRequestMessage GitLab(ForgesOptions forges, CommitAddress commit, DueNotification due, string state, string token, string? url)
    {
        var word = state switch { CommitState.Failure => "failed", CommitState.Cancelled => "canceled", var same => same };
        var body = new JsonObject { ["state"] = word, ["name"] = NameOf(due), ["description"] = Text(due, state) };
        return Request($"{forges.GitLabApi.TrimEnd('/')}/projects/{commit.Repository}/statuses/{commit.Sha}", body, url, ("PRIVATE-TOKEN", token));
    }

    private static HttpRequestMessage Request(string address, JsonObject body, string? url, params (string Name, string Value)[] headers)
    {
        if (url is not null)
            body["target_url"] = url;
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create<JsonNode>(body), Headers = { { "User-Agent", "Monolith" } } };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    /// <summary>The same for each run of a pipeline: the newest counts.</summary>
    private static string NameOf(DueNotification due) => $"monolith/{due.Pipeline}";

    private static string Text(DueNotification due, string state)
    {
        var text = state switch
        {
            CommitState.Pending => "The run is under way.",
            CommitState.Success => "The run succeeded.",
            CommitState.Cancelled => "The run was cancelled.",
            _ => due.Error is { } error ? $"{(due.Stage is null ? "" : $"{due.Stage}: ")}{error.Message.ReplaceLineEndings(" ")}" : "The run failed.",
        };
        return text.Length > MostOfDescription ? $"{text[..(MostOfDescription - 3)]}..." : text;
    }
}
