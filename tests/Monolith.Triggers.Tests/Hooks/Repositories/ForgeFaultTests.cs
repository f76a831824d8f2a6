using Monolith.Triggers.Hooks.Deliveries;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Hooks.Repositories;

[Collection(OneTriggersDatabase.Name)]
public sealed class ForgeFaultTests(TriggersDatabase database)
{
    [Theory]
    [InlineData(429, "Retry-After", "70", "github answered 429.")]
    [InlineData(403, "x-ratelimit-reset", "1767323115", "github answered 403: too many requests.")]
    public async Task Look_ForgeHasTooMuchToDo_ReadsAgainWhenItSays(int answer, string header, string value, string reason)
    {
        var project = $"own-later-{answer}";
        await using var forge = await ForgeServer.StartAsync();
        forge.Files["build.yaml"] = ConnectedHost.Build;
        forge.Fault = (before, http) =>
        {
            (http.Response.Headers["x-ratelimit-remaining"], http.Response.Headers[header]) = ("0", value);
            return before == 1 ? answer : 0;
        };
        await using var host = new ConnectedHost(database, forge, project);
        var push = host.Push();
        await host.Desk.AcceptAsync(push, CancellationToken.None);

        await host.Service.LookAsync(CancellationToken.None);
        var waiting = await host.FindAsync(push);
        Assert.Equal((HookDelivery.Pending, reason), (waiting.Status, Assert.Single(waiting.View().Runs).Error));
        host.Outgoing.Time.Advance(TimeSpan.FromSeconds(69));
        Assert.Equal(0, await host.Service.LookAsync(CancellationToken.None));
        host.Outgoing.Time.Advance(TimeSpan.FromSeconds(1));
        await host.Service.LookAsync(CancellationToken.None);

        Assert.Equal((HookDelivery.Done, 1), ((await host.FindAsync(push)).Status, await database.RunsAsync(project)));
    }

    [Theory]
    [InlineData(500, 12, HookDelivery.Dead, "github answered 500.")]
    [InlineData(401, 1, HookDelivery.Done, "github answered 401: the secret github_token may not read this repository.")]
    [InlineData(404, 1, HookDelivery.Done, "github answered 404: it is not at this commit, or the secret github_token may not see the repository.")]
    [InlineData(301, 1, HookDelivery.Done, "github answered 301; redirects are not followed.")]
    public async Task Look_ForgeSaysNo_IsGivenUpWhenAskingAgainCannotHelp(int answer, int attempts, string status, string reason)
    {
        await using var forge = await ForgeServer.StartAsync();
        forge.Fault = (_, _) => answer;
        await using var host = new ConnectedHost(database, forge, $"own-{answer}");
        var push = host.Push();
        await host.Desk.AcceptAsync(push, CancellationToken.None);

        while (await host.Service.LookAsync(CancellationToken.None) > 0)
            host.Outgoing.Time.Advance(TimeSpan.FromHours(1));

        var after = await host.FindAsync(push);
        Assert.Equal((attempts, status, reason), (after.Attempts, after.Status, Assert.Single(after.View().Runs).Error));
        Assert.Empty(forge.Statuses);
    }
}
