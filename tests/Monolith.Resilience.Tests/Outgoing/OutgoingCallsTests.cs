using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monolith.Resilience.Breakers;
using Monolith.Resilience.Contracts.Breakers;
using Monolith.Resilience.Contracts.Outgoing;
using Monolith.Resilience.Contracts.Retries;
using Monolith.Resilience.Outgoing;

namespace Monolith.Resilience.Tests.Outgoing;

public sealed class OutgoingCallsTests : IDisposable
{
    private readonly WatchedTime time = new();
    private readonly OutgoingOptions options = new() { MaxConcurrentPerHost = 1, MaxWaitingPerHost = 1 };
    private readonly BreakerRegistry breakers;
    private readonly HttpClient client = new();
    private readonly OutgoingCalls outgoing;

    public OutgoingCallsTests()
    {
        breakers = new BreakerRegistry(Options.Create(new BreakersOptions()), time, NullLogger<BreakerRegistry>.Instance);
        outgoing = new OutgoingCalls(new HostPipelines(breakers, Options.Create(options), time), new RetryPipelines(time));
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Send_RetryAfterLaterThanBackoff_IsWaitedForAndThenSentAgain()
    {
        await using var server = await LoopbackServer.StartAsync((context, number) => Answer(context, number == 1 ? 503 : 200, retryAfter: "17"));

        var sending = SendAsync(server, RetryPreset.Find("network"));
        Assert.Equal(1, await server.HeardAsync());
        Assert.Equal(TimeSpan.FromSeconds(17), await time.NextWaitAsync(options.Timeout));
        time.Advance(TimeSpan.FromMilliseconds(16_999));
        Assert.Equal(1, server.Count);
        time.Advance(TimeSpan.FromMilliseconds(1));

        using var response = await sending;
        Assert.Equal((HttpStatusCode.OK, 2), (response.StatusCode, server.Count));
    }

    [Fact]
    public async Task Send_AlwaysUnavailable_GivesTheLastAnswerAfterThePresetsAttempts()
    {
        await using var server = await LoopbackServer.StartAsync((context, _) => Answer(context, 503));

        var sending = SendAsync(server, RetryPreset.Find("quick"));
        foreach (var (least, most) in new[] { (0.8, 1.2), (1.6, 2.4) })
        {
            var wait = await time.NextWaitAsync(options.Timeout);
            Assert.InRange(wait.TotalSeconds, least, most);
            time.Advance(wait);
        }

        using var response = await sending;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 3), (response.StatusCode, server.Count));
    }

    [Fact]
    public async Task Send_AnswerThatIsTheCallersFault_IsNotSentAgain()
    {
        await using var server = await LoopbackServer.StartAsync((context, _) => Answer(context, 404));

        using var response = await SendAsync(server, RetryPreset.Find("network"));

        Assert.Equal((HttpStatusCode.NotFound, 1), (response.StatusCode, server.Count));
        Assert.Equal(0, breakers.List().Single().Failures);
    }

    [Fact]
    public async Task Send_HostKeepsFailing_IsNotCalledUntilItsTimeIsUp()
    {
        await using var server = await LoopbackServer.StartAsync((context, number) => Answer(context, number <= 10 ? 500 : 200));
        for (var i = 0; i < 10; i++)
            (await SendAsync(server, retry: null)).Dispose();

        var refused = await Assert.ThrowsAsync<OutgoingRefusedException>(() => SendAsync(server, RetryPreset.Find("network")));

        Assert.Equal(time.GetUtcNow() + TimeSpan.FromSeconds(60), refused.RetryAt);
        Assert.Equal(10, server.Count);
        var report = Assert.Single(breakers.List());
        Assert.Equal((BreakerKind.Host, new Uri(server.Url).Authority, BreakerState.Open), (report.Kind, report.Name, report.State));

        time.Advance(TimeSpan.FromSeconds(60));
        (await SendAsync(server, retry: null)).Dispose();
        (await SendAsync(server, retry: null)).Dispose();
        Assert.Equal(BreakerState.Closed, Assert.Single(breakers.List()).State);
    }

    [Fact]
    public async Task Send_MoreThanMayWait_IsRefusedAndIsNoFailureOfTheHost()
    {
        var release = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync((_, _) => release.Task);
        var first = SendAsync(server, retry: null);
        await server.HeardAsync();
        var second = SendAsync(server, retry: null);

        await Assert.ThrowsAsync<OutgoingRefusedException>(() => SendAsync(server, retry: null));

        Assert.Equal(1, server.Count);
        release.SetResult();
        (await first).Dispose();
        (await second).Dispose();
        Assert.Equal((2, 0), (breakers.List().Single().Calls, breakers.List().Single().Failures));
    }

    [Fact]
    public async Task Send_NoAnswerInTime_ThrowsTimeoutAndCountsAsFailure()
    {
        var never = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync((context, _) => never.Task.WaitAsync(context.RequestAborted));
        var sending = SendAsync(server, retry: null);
        await server.HeardAsync();

        time.Advance(options.Timeout);

        var late = await Assert.ThrowsAsync<TimeoutException>(() => sending);
        Assert.Contains("did not answer within 10 s", late.Message, StringComparison.Ordinal);
        Assert.Equal(1, breakers.List().Single().Failures);
    }

    private static Task Answer(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }

    private Task<HttpResponseMessage> SendAsync(LoopbackServer server, RetryPreset? retry) => outgoing.SendAsync(
        client, () => new HttpRequestMessage(HttpMethod.Get, server.Url), retry, HttpCompletionOption.ResponseContentRead, CancellationToken.None);
}
