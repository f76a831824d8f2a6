using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Hooks;

[Collection(OneKeyedHost.Name)]
public sealed class HookTests(KeyedHostFixture host)
{
    [Fact]
    public async Task Receive_SignedPush_StartsARunWhichSaysWhoCausedIt()
    {
        var hook = await Hook.MakeAsync(host, "hooked");

        var (answer, body) = await hook.SendAsync(Hook.Push("main"), "d1");

        Assert.Equal((202, "done"), ((int)answer.StatusCode, body.GetProperty("status").GetString()));
        var (_, run) = await host.Admin.SendAsync(HttpMethod.Get, $"/api/v1/runs/{body.GetProperty("runs")[0].GetProperty("runId").GetString()}");
        Assert.Equal(("github:octocat", "webhook", "main"), (run.GetProperty("startedBy").GetString(), run.GetProperty("trigger").GetString(), run.GetProperty("branch").GetString()));
        Assert.Equal("https://github.com/octocat/hello.git", run.GetProperty("inputs").GetProperty("url").GetString());
        var (_, trail) = await host.Admin.SendAsync(HttpMethod.Get, "/api/v1/audit?action=hook.receive");
        Assert.Contains("github:octocat", trail.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_SameDeliveryOrSameContentAgain_IsAnsweredAsTheFirstTime()
    {
        var hook = await Hook.MakeAsync(host, "hooked-twice");
        var push = Hook.Push("main");

        var first = await hook.SendAsync(push, "d1");
        var again = await Task.WhenAll(hook.SendAsync(push, "d1"), hook.SendAsync(push, "replayed-under-another-id"));

        Assert.All(again, repeated => Assert.Equal((first.Body.ToString(), "true"), (repeated.Body.ToString(), repeated.Answer.Headers.GetValues("Idempotent-Replayed").Single())));
        var (_, runs) = await host.Admin.SendAsync(HttpMethod.Get, "/api/v1/runs?project=hooked-twice");
        Assert.Single(runs.GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task Receive_AnotherBranch_IsKeptAndStartsNothing()
    {
        var hook = await Hook.MakeAsync(host, "hooked-elsewhere");

        var (answer, body) = await hook.SendAsync(Hook.Push("other"), "d1");

        Assert.Equal((202, 0), ((int)answer.StatusCode, body.GetProperty("runs").GetArrayLength()));
    }
}
