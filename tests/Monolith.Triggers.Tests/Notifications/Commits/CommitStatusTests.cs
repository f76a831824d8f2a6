using System.Text.Json;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications.Commits;

public sealed class CommitStatusTests
{
    private const string GitHub = "status+github:octocat/hello@0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c";
    private const string GitLab = "status+gitlab:15@0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c";

    [Theory]
    [InlineData(GitHub, null, "/hook/repos/octocat/hello/statuses/0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c", "authorization", "Bearer t0ken", "pending", "context")]
    [InlineData(GitHub, "run_failed", "/hook/repos/octocat/hello/statuses/0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c", "authorization", "Bearer t0ken", "failure", "context")]
    [InlineData(GitHub, "run_cancelled", "/hook/repos/octocat/hello/statuses/0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c", "authorization", "Bearer t0ken", "error", "context")]
    [InlineData(GitLab, "run_succeeded", "/hook/projects/15/statuses/0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c", "private-token", "t0ken", "success", "name")]
    [InlineData(GitLab, "run_failed", "/hook/projects/15/statuses/0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c", "private-token", "t0ken", "failed", "name")]
    public async Task Send_StateOfTheRun_IsToldAtTheCommitWithALink(string address, string? end, string path, string header, string token, string state, string name)
    {
        await using var receiver = await Receiver.StartAsync(_ => 201);
        await using var outgoing = Reporting(receiver, end);
        var notification = outgoing.Notification(address);

        await outgoing.SendAllAsync(notification);

        var received = Assert.Single(receiver.All);
        var body = JsonDocument.Parse(received.Body).RootElement;
        Assert.Equal((path, token), (received.Path, received.Headers[header]));
        Assert.Equal((state, "monolith/web-app"), (body.GetProperty("state").GetString(), body.GetProperty(name).GetString()));
        Assert.Equal($"https://monolith.example.org/api/v1/runs/{notification.RunId}", body.GetProperty("target_url").GetString());
    }

    [Fact]
    public async Task Send_RunEndsWhileItIsToldAsPending_TheEndIsToldLast()
    {
        Outgoing? outgoing = null;
        await using var receiver = await Receiver.StartAsync(_ =>
        {
            outgoing!.History.End = "run_succeeded";
            return 201;
        });
        await using var reporting = outgoing = Reporting(receiver, end: null);

        await outgoing.SendAllAsync(outgoing.Notification(GitHub));

        Assert.Equal(["pending", "success"], receiver.All.Select(received => JsonDocument.Parse(received.Body).RootElement.GetProperty("state").GetString()));
    }

    private static Outgoing Reporting(Receiver receiver, string? end)
    {
        var outgoing = Outgoing.ToPrivateNetworks(("Forges:GitHubApi", receiver.Address), ("Forges:GitLabApi", receiver.Address), ("PublicUrl", "https://monolith.example.org"));
        outgoing.History.End = end;
        (outgoing.Secrets.All["github_token"], outgoing.Secrets.All["gitlab_token"]) = ("t0ken", "t0ken");
        return outgoing;
    }
}
