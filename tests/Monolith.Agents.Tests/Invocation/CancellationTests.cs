using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Invocation;

public sealed class CancellationTests
{
    [Fact]
    public async Task Invoke_TokenCancelledBefore_DoesNotCallTheAgent()
    {
        var called = false;
        using var agents = new StubAgents((_, _) =>
        {
            called = true;
            return Task.FromResult(AgentResult.Success());
        });
        using var call = new Call();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => agents.Invoker.InvokeAsync(call.Of("stub", "do"), new CancellationToken(canceled: true)));

        Assert.False(called);
    }

    [Fact]
    public async Task Invoke_AgentThatHeedsCancellation_ThrowsWithTheCallersToken()
    {
        var waiting = new TaskCompletionSource();
        using var agents = new StubAgents(async (_, token) =>
        {
            waiting.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return AgentResult.Success();
        });
        using var call = new Call();
        using var cancellation = new CancellationTokenSource();

        var running = agents.Invoker.InvokeAsync(call.Of("stub", "do"), cancellation.Token);
        await waiting.Task.WaitAsync(Safety.Limit);
        await cancellation.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety.Limit));
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.DoesNotContain(agents.Logs.Lines, line => line.Contains("left behind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invoke_AgentThatAnswersCancellationWithSuccess_StillThrows()
    {
        using var cancellation = new CancellationTokenSource();
        using var agents = new StubAgents(async (_, _) =>
        {
            await cancellation.CancelAsync();
            return AgentResult.Success();
        });
        using var call = new Call();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => agents.Invoker.InvokeAsync(call.Of("stub", "do"), cancellation.Token).WaitAsync(Safety.Limit));
    }

    [Fact]
    public async Task Invoke_AgentThatIgnoresCancellation_IsLeftBehindAfterFiveSecondsAndReported()
    {
        var time = new ObservedTime();
        var waiting = new TaskCompletionSource();
        var end = new TaskCompletionSource<AgentResult>();
        using var agents = new StubAgents(
            (_, _) =>
            {
                waiting.SetResult();
                return end.Task;
            },
            time);
        using var call = new Call();
        using var cancellation = new CancellationTokenSource();

        var running = agents.Invoker.InvokeAsync(call.Of("stub", "do"), cancellation.Token);
        await waiting.Task.WaitAsync(Safety.Limit);
        await cancellation.CancelAsync();
        await time.TimerOfAsync(TimeSpan.FromSeconds(5)).WaitAsync(Safety.Limit);
        Assert.False(running.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety.Limit));
        Assert.Contains(agents.Logs.Lines, line => line.StartsWith("Warning Agent stub of plugin stub ignores cancellation"));
        end.SetResult(AgentResult.Success());
    }

    [Fact]
    public async Task Invoke_ProgramStartedByAnAgentLeftBehind_IsRefused()
    {
        var time = new ObservedTime();
        var over = new TaskCompletionSource();
        var refused = new TaskCompletionSource<Exception>();
        using var cancellation = new CancellationTokenSource();
        using var agents = new StubAgents(
            async (context, _) =>
            {
                await over.Task;
                refused.SetResult(await Record.ExceptionAsync(
                    () => context.Programs.RunAsync(new("true"), CancellationToken.None)));
                return AgentResult.Success();
            },
            time);
        using var call = new Call();

        var running = agents.Invoker.InvokeAsync(call.Of("stub", "do"), cancellation.Token);
        await cancellation.CancelAsync();
        await time.TimerOfAsync(TimeSpan.FromSeconds(5)).WaitAsync(Safety.Limit);
        time.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety.Limit));
        over.SetResult();

        Assert.IsType<ProgramStartException>(await refused.Task.WaitAsync(Safety.Limit));
    }
}
