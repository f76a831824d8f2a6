using System.Text;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Notifications.Commits;

public sealed class RefusedStatusTests
{
    private const string Commit = "0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c";

    [Theory]
    [InlineData(401, 1, "github answered 401: the secret github_token may not write statuses of this repository.")]
    [InlineData(404, 1, "github answered 404: there is no such commit, or the secret github_token may not see it.")]
    [InlineData(500, 5, "github answered 500.")]
    public async Task Send_ForgeSaysNo_IsGivenUpWhenAskingAgainCannotHelp(int status, int attempts, string reason)
    {
        await using var receiver = await Receiver.StartAsync(_ => status);
        await using var outgoing = Outgoing.ToPrivateNetworks(("Forges:GitHubApi", receiver.Address));
        outgoing.Secrets.All["github_token"] = "t0ken";

        await outgoing.SendAllAsync(outgoing.Notification($"status+github:octocat/hello@{Commit}"));

        Assert.Equal((attempts, reason), (receiver.All.Count, Assert.Single(outgoing.Queue.Dead).Reason));
    }

    [Fact]
    public async Task Send_WithoutAToken_SaysWhichAndAsksNobody()
    {
        await using var outgoing = Outgoing.ToPrivateNetworks();

        await outgoing.SendAllAsync(outgoing.Notification($"status+gitlab:15@{Commit}"));

        Assert.Equal("There is no token to report by. Store the secret gitlab_token of the run's project.", Assert.Single(outgoing.Queue.Dead).Reason);
    }

    [Fact]
    public async Task Send_GitLabHasThatStateAlready_IsDone()
    {
        await using var receiver = await Receiver.StartAsync(async (_, http) =>
        {
            http.Response.StatusCode = 400;
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("""{"message":"Cannot transition status via :enqueue from :pending"}"""));
        });
        await using var outgoing = Outgoing.ToPrivateNetworks(("Forges:GitLabApi", receiver.Address));
        outgoing.Secrets.All["gitlab_token"] = "t0ken";

        await outgoing.SendAllAsync(outgoing.Notification($"status+gitlab:15@{Commit}"));

        Assert.Single(outgoing.Queue.Sent);
    }
}
