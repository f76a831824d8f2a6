using System.Net;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Hooks;

[Collection(OneKeyedHost.Name)]
public sealed class UnsignedHookTests(KeyedHostFixture host)
{
    [Fact]
    public async Task Receive_WrongSignature_Is401AndAfterTenOrSo429AndStartsNothing()
    {
        var hook = await Hook.MakeAsync(host, "hooked-wrongly");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
            answers.Add((await hook.SendAsync(Hook.Push("main"), $"d{i}", signed: "another body")).Answer.StatusCode);
        var right = await hook.SendAsync(Hook.Push("other"), "right");

        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.Unauthorized], answers.Distinct().OrderDescending());
        Assert.Equal(HttpStatusCode.Accepted, right.Answer.StatusCode);
        var (_, runs) = await host.Admin.SendAsync(HttpMethod.Get, "/api/v1/runs?project=hooked-wrongly");
        Assert.Empty(runs.GetProperty("runs").EnumerateArray());
    }

    [Theory]
    [InlineData("nobody", "default", 404)]
    [InlineData("github", "No Project", 400)]
    [InlineData("generic", "without-a-secret", 401)]
    [InlineData("gitlab", "without-a-secret", 401)]
    public async Task Receive_FromNobodyKnown_IsRefused(string source, string project, int status)
    {
        using var stranger = new HttpClient { BaseAddress = host.Host.Address };

        using var answer = await stranger.PostAsync($"/api/v1/hooks/{source}?project={Uri.EscapeDataString(project)}", new StringContent("{}"));

        // The address is of all tests, and may have failed too often before.
        Assert.Contains((int)answer.StatusCode, new[] { status, status == 401 ? 429 : status });
    }

    [Fact]
    public async Task Receive_BodyLargerThanTaken_Is413()
    {
        using var stranger = new HttpClient { BaseAddress = host.Host.Address };

        using var answer = await stranger.PostAsync("/api/v1/hooks/github", new ByteArrayContent(new byte[(5 << 20) + 1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
