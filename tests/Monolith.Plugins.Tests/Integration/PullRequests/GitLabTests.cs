namespace Monolith.Plugins.Tests.Integration.PullRequests;

public sealed class GitLabTests() : PullRequestTestBase("gitlab", "GITLAB_TOKEN", "acme/tools/shop", "")
{
    private const string Root = "/projects/acme%2Ftools%2Fshop/merge_requests";
    private const string Find = $"GET {Root}?state=opened&source_branch=feature%2Fx&target_branch=main";
    private const string MergeWish = """, "merge": { "method": "squash", "interval": "1ms" }""";

    private const string Open = """
        { "id": 1001, "iid": 7, "web_url": "https://gitlab.com/acme/tools/shop/-/merge_requests/7", "title": "A title", "description": "A body",
          "state": "opened", "sha": "abc", "merge_commit_sha": null, "squash_commit_sha": null, "head_pipeline": null }
        """;

    [Fact]
    public async Task None_IsCreated()
    {
        Forge.On(Find, "[]").On($"POST {Root}", Open, 201);

        var result = (await RunAsync(""", "draft": true""")).Succeeded();

        Assert.Equal(7, (long?)result.Outputs["number"]);
        Assert.Equal(
            $$"""POST {{Root}} {"title":"Draft: A title","description":"A body","source_branch":"feature/x","target_branch":"main"}""", Forge.Calls[^1]);
    }

    [Fact]
    public async Task Existing_Otherwise_IsUpdatedAndCommentedOn()
    {
        Forge.On(Find, $"[{Open.Replace("A body", "Old", StringComparison.Ordinal)}]").On($"PUT {Root}/7", Open)
            .On($"GET {Root}/7/notes?sort=asc&per_page=100&page=1", "[]").On($"POST {Root}/7/notes", """{ "id": 3 }""", 201);

        (await RunAsync(""", "comment": "Tested" """)).Succeeded();

        Assert.Equal($$"""PUT {{Root}}/7 {"title":"A title","description":"A body"}""", Forge.Calls[1]);
        Assert.StartsWith($"POST {Root}/7/notes {{\"body\":\"Tested", Forge.Calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_PipelinePassed_MergesTheCheckedCommit()
    {
        Forge.On(Find, $"[{Open}]").On($"GET {Root}/7", Pipeline("running")).On($"GET {Root}/7", Pipeline("success", sha: "older")).On($"GET {Root}/7", Pipeline("success"))
            .On($"PUT {Root}/7/merge", Open.Replace("opened", "merged", StringComparison.Ordinal).Replace("\"squash_commit_sha\": null", "\"squash_commit_sha\": \"def\"", StringComparison.Ordinal));

        var result = (await RunAsync(MergeWish)).Succeeded();

        Assert.Equal("def", (string?)result.Outputs["mergeCommit"]);
        Assert.Equal(3, Forge.Calls.Count(call => call == $"GET {Root}/7"));
        Assert.Equal($$"""PUT {{Root}}/7/merge {"sha":"abc","squash":true}""", Forge.Calls[^1]);
    }

    [Fact]
    public async Task Merge_PipelineFailed_Fails()
    {
        Forge.On(Find, $"[{Open}]").On($"GET {Root}/7", Pipeline("failed"));

        (await RunAsync(MergeWish)).FailedWith("TASK_EXECUTION_FAILED").Says("pipeline 5: failed");
    }

    private static string Pipeline(string status, string sha = "abc") =>
        Open.Replace("\"head_pipeline\": null", $"\"head_pipeline\": {{ \"id\": 5, \"sha\": \"{sha}\", \"status\": \"{status}\" }}", StringComparison.Ordinal);
}
