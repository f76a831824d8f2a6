using System.Globalization;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>GitHub's REST API, version 2022-11-28.</summary>
internal sealed class GitHubForge(ForgeClient client, string repository) : IForge
{
    private const int MostPages = 20;

    private readonly string root = $"repos/{repository}";

    public async Task<PullRequest?> FindAsync(PullRequestText text, CancellationToken cancellationToken)
    {
        var (owner, source, target) = (repository.Split('/')[0], Uri.EscapeDataString(text.Source), Uri.EscapeDataString(text.Target));
        var found = await client.GetAsync($"{root}/pulls?state=open&head={owner}:{source}&base={target}", cancellationToken);
        return found is JsonArray { Count: > 0 } some ? Read(some[0]!) : null;
    }

    public async Task<PullRequest> GetAsync(long number, CancellationToken cancellationToken) =>
        Read(await client.GetAsync(Invariant($"{root}/pulls/{number}"), cancellationToken));

    public async Task<PullRequest> CreateAsync(PullRequestText text, CancellationToken cancellationToken) => Read(await client.SendAsync(
        HttpMethod.Post,
        $"{root}/pulls",
        new JsonObject { ["title"] = text.Title, ["body"] = text.Body, ["head"] = text.Source, ["base"] = text.Target, ["draft"] = text.Draft },
        cancellationToken));

    public async Task<PullRequest> UpdateAsync(PullRequest request, PullRequestText text, CancellationToken cancellationToken) => Read(await client.SendAsync(
        HttpMethod.Patch, Invariant($"{root}/pulls/{request.Number}"), new JsonObject { ["title"] = text.Title, ["body"] = text.Body }, cancellationToken));

    public async Task<IReadOnlyList<(long Id, string Body)>> CommentsAsync(PullRequest request, CancellationToken cancellationToken)
    {
        var comments = new List<(long, string)>();
        for (var page = 1; page <= MostPages; page++)
        {
            var some = (await client.GetAsync(Invariant($"{root}/issues/{request.Number}/comments?per_page=100&page={page}"), cancellationToken)).AsArray();
            comments.AddRange(some.Select(comment => ((long)comment!["id"]!, (string?)comment["body"] ?? "")));
            if (some.Count < 100)
            {
                break;
            }
        }

        return comments;
    }

    public Task CommentAsync(PullRequest request, long? comment, string body, CancellationToken cancellationToken) => client.SendAsync(
        comment is null ? HttpMethod.Post : HttpMethod.Patch,
        comment is { } id ? Invariant($"{root}/issues/comments/{id}") : Invariant($"{root}/issues/{request.Number}/comments"),
        new JsonObject { ["body"] = body },
        cancellationToken);

    /// <summary>Check runs and the older statuses together.</summary>
    public async Task<Checks> ChecksAsync(PullRequest request, CancellationToken cancellationToken)
    {
        var runs = (await client.GetAsync($"{root}/commits/{request.Commit}/check-runs?per_page=100", cancellationToken))["check_runs"]!.AsArray();
        var statuses = (await client.GetAsync($"{root}/commits/{request.Commit}/status?per_page=100", cancellationToken))["statuses"]!.AsArray();
        var pending = runs.Count(run => (string?)run!["status"] != "completed") + statuses.Count(status => (string?)status!["state"] == "pending");
        var failed = runs.Where(run => (string?)run!["status"] == "completed" && (string?)run["conclusion"] is not ("success" or "neutral" or "skipped")).Select(run => run!["name"])
            .Concat(statuses.Where(status => (string?)status!["state"] is "failure" or "error").Select(status => status!["context"]));
        return new Checks(runs.Count + statuses.Count, pending, [.. failed.Select(name => (string?)name ?? "?")]);
    }

    public async Task<string> MergeAsync(PullRequest request, string method, CancellationToken cancellationToken) => (string)(await client.SendAsync(
        HttpMethod.Put, Invariant($"{root}/pulls/{request.Number}/merge"), new JsonObject { ["merge_method"] = method, ["sha"] = request.Commit }, cancellationToken))["sha"]!;

    private static PullRequest Read(JsonNode found) => new(
        (long)found["number"]!,
        (string)found["html_url"]!,
        (string?)found["title"] ?? "",
        (string?)found["body"] ?? "",
        (string)found["head"]!["sha"]!,
        (string?)found["state"] == "open",
        found["merged_at"] is not null,
        found["merged_at"] is null ? null : (string?)found["merge_commit_sha"]);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
