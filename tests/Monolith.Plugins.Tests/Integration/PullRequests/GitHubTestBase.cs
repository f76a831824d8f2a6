namespace Monolith.Plugins.Tests.Integration.PullRequests;

/// <summary>Pull requests on GitHub.</summary>
public abstract class GitHubTestBase() : PullRequestTestBase("github", "GITHUB_TOKEN", "acme/shop", "Bearer ")
{
    protected const string Find = "GET /repos/acme/shop/pulls?state=open&head=acme:feature%2Fx&base=main";
    protected const string Create = "POST /repos/acme/shop/pulls";
    protected const string Runs = "GET /repos/acme/shop/commits/abc/check-runs?per_page=100";
    protected const string Statuses = "GET /repos/acme/shop/commits/abc/status?per_page=100";
    protected const string Put = "PUT /repos/acme/shop/pulls/7/merge";
    protected const string MergeWish = """, "merge": { "method": "squash", "interval": "1ms" }""";

    protected const string Open = """
        { "number": 7, "html_url": "https://github.com/acme/shop/pull/7", "title": "A title", "body": "A body", "state": "open", "merged_at": null,
          "head": { "ref": "feature/x", "sha": "abc" }, "base": { "ref": "main" }, "merge_commit_sha": "trial" }
        """;
}
