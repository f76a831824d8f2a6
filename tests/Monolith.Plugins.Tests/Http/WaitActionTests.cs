using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Monolith.Plugins.Http;

namespace Monolith.Plugins.Tests.Http;

public sealed class WaitActionTests : HttpTestBase
{
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int untilReady = int.MaxValue;

    protected override Task AnswerAsync(HttpContext http)
    {
        http.Response.StatusCode = Interlocked.Decrement(ref untilReady) < 0 ? 200 : 503;
        http.Response.OnCompleted(() =>
        {
            answered.TrySetResult();
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Wait_ServerBecomesReady_Succeeds()
    {
        untilReady = 3;

        var result = (await RunAsync("wait", new { url = Url, @for = "1m", interval = "1ms" })).Succeeded();

        Assert.Equal(4, (int)result.Outputs["calls"]!);
    }

    [Fact]
    public async Task Wait_ServerNeverReady_TimesOutByTheClock()
    {
        var time = new FakeTimeProvider();
        var waiting = Stage.RunAsync(new HttpAgent(), Context("wait", new { url = Url, @for = "10m", interval = "1m" }, time));

        await answered.Task.WaitAsync(TimeSpan.FromMinutes(1));
        while (!waiting.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        var error = (await waiting).FailedWith("TASK_TIMEOUT");
        Assert.True(error.Retryable);
        error.Says("within 10m");
    }

    [Fact]
    public async Task Wait_NothingListens_SaysSo()
    {
        var result = await RunAsync("wait", new { url = "http://127.0.0.1:1", @for = "2s", interval = "100ms" });

        var error = result.FailedWith("TASK_TIMEOUT");
        Assert.Contains("Connection refused", error.Message, StringComparison.OrdinalIgnoreCase);
    }
}
