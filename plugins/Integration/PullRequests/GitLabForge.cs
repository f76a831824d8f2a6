using System.Globalization;
using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>GitLab's REST API, version 4.</summary>
internal sealed class GitLabForge(ForgeClient client, string repository) : IForge
{
    private const int MostPages = 20;

    private readonly string root = $"projects/{Uri.EscapeDataString(repository)}/merge_requests";

    public async Task<PullRequest?> FindAsync(PullRequestText text, CancellationToken cancellationToken)
    {
        var (source, target) = (Uri.EscapeDataString(text.Source), Uri.EscapeDataString(text.Target));
        var found = await client.GetAsync($"{root}?state=opened&source_branch={source}&target_branch={target}", cancellationToken);
        return found is JsonArray { Count: > 0 } some ? Read(some[0]!) : null;
    }

    public async Task<PullRequest> GetAsync(long number, CancellationToken cancellationToken) => Read(await OneAsync(number, cancellationToken));

    public async Task<PullRequest> CreateAsync(PullRequestText text, CancellationToken cancellationToken) => Read(await client.SendAsync(
        HttpMethod.Post,
        root,
        new JsonObject { ["title"] = Title(text), ["description"] = text.Body, ["source_branch"] = text.Source, ["target_branch"] = text.Target },
        cancellationToken));

    public async Task<PullRequest> UpdateAsync(PullRequest request, PullRequestText text, CancellationToken cancellationToken) => Read(await client.SendAsync(
        HttpMethod.Put, Invariant($"{root}/{request.Number}"), new JsonObject { ["title"] = Title(text), ["description"] = text.Body }, cancellationToken));

    public async Task<IReadOnlyList<(long Id, string Body)>> CommentsAsync(PullRequest request, CancellationToken cancellationToken)
    {
        var comments = new List<(long, string)>();
        for (var page = 1; page <= MostPages; page++)
        {
            var some = (await client.GetAsync(Invariant($"{root}/{request.Number}/notes?sort=asc&per_page=100&page={page}"), cancellationToken)).AsArray();
            comments.AddRange(some.Select(comment => ((long)comment!["id"]!, (string?)comment["body"] ?? "")));
            if (some.Count < 100)
            {
                break;
            }
        }

        return comments;
    }

    public Task CommentAsync(PullRequest request, long? comment, string body, CancellationToken cancellationToken) => client.SendAsync(
        comment is null ? HttpMethod.Post : HttpMethod.Put,
        comment is { } id ? Invariant($"{root}/{request.Number}/notes/{id}") : Invariant($"{root}/{request.Number}/notes"),
        new JsonObject { ["body"] = body },
        cancellationToken);

    /// <summary>The pipeline of the source's last commit.</summary>
    public async Task<Checks> ChecksAsync(PullRequest request, CancellationToken cancellationToken)
    {
        var pipeline = (await OneAsync(request.Number, cancellationToken))["head_pipeline"];
        if (pipeline is null || (string?)pipeline["sha"] != request.Commit)
        {
            return new Checks(0, 0, []);
        }

        return (string?)pipeline["status"] switch
        {
            "success" => new Checks(1, 0, []),
            "failed" or "canceled" or "skipped" => new Checks(1, 0, [$"pipeline {pipeline["id"]}: {(string?)pipeline["status"]}"]),
            _ => new Checks(1, 1, []),
        };
    }

    public async Task<string> MergeAsync(PullRequest request, string method, CancellationToken cancellationToken)
    {
        if (method == "rebase")
        {
            throw StageEndException.Validation("'merge.method': GitLab rebases where the project's own settings say so; use merge or squash.");
        }

        var merged = Read(await client.SendAsync(
            HttpMethod.Put, Invariant($"{root}/{request.Number}/merge"), new JsonObject { ["sha"] = request.Commit, ["squash"] = method == "squash" }, cancellationToken));
        return merged.MergeCommit ?? merged.Commit;
    }

    private Task<JsonNode> OneAsync(long number, CancellationToken cancellationToken) => client.GetAsync(Invariant($"{root}/{number}"), cancellationToken);

    private static string Title(PullRequestText text) => text.Draft ? "Draft: " + text.Title : text.Title;

    private static PullRequest Read(JsonNode found) => new(
        (long)found["iid"]!,
        (string)found["web_url"]!,
        (string?)found["title"] ?? "",
        (string?)found["description"] ?? "",
        (string)found["sha"]!,
        (string?)found["state"] == "opened",
        (string?)found["state"] == "merged",
        (string?)found["merge_commit_sha"] ?? (string?)found["squash_commit_sha"]);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
