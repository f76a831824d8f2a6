using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;
using Monolith.Kernel;
using Monolith.Pipelines.Engine.Guards;
using Monolith.Resilience;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Pipelines.Tests.Engine.Guards;

public sealed class GuardedAgentsTests : IAgentInvoker, IDisposable
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    private readonly FakeTimeProvider time = new();
    private readonly ServiceProvider services;
    private readonly GuardedAgents agents;
    private Func<AgentCall, CancellationToken, Task<AgentResult>> agent = (_, _) => Task.FromResult(AgentResult.Success());
    private int calls;

    public GuardedAgentsTests()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(time)
            .AddResilience()
            .BuildServiceProvider();
        agents = new GuardedAgents(this, Breakers);
    }

    private IBreakers Breakers => services.GetRequiredService<IBreakers>();

    private BreakerReport Report => Assert.Single(Breakers.List());

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Invoke_RetryableFailures_OpenTheBreakerAndTheAgentIsLeftAlone()
    {
        agent = (_, _) => Task.FromResult(AgentResult.Failure(AgentErrorCodes.NetworkError, "away", retryable: true));
        for (var i = 0; i < 10; i++)
            Assert.NotNull((await InvokeAsync()).Result);

        var (result, retryAt) = await InvokeAsync();

        Assert.Null(result);
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromSeconds(60), retryAt);
        Assert.Equal(10, calls);
    }

    [Fact]
    public async Task Invoke_PlainFailures_AreAnswers()
    {
        agent = (_, _) => Task.FromResult(AgentResult.Failure(AgentErrorCodes.TaskExecutionFailed, "The build is broken."));

        await InvokeAsync(times: 20);

        Assert.Equal((BreakerState.Closed, 20, 0), (Report.State, Report.Calls, Report.Failures));
    }

    [Fact]
    public async Task Invoke_AgentThrew_IsAFailureWhateverItsCode()
    {
        agent = (call, _) =>
        {
            call.OnException!();
            return Task.FromResult(AgentResult.Failure(AgentErrorCodes.TaskExecutionFailed, "It threw."));
        };

        await InvokeAsync(times: 10);

        Assert.Equal(BreakerState.Open, Report.State);
    }

    [Fact]
    public async Task Invoke_AgentIsNotLoaded_SaysNothing()
    {
        agent = (_, _) => Task.FromResult(AgentResult.Failure(ErrorCodes.AgentNotRegistered, "No agent is called 'x'."));

        await InvokeAsync();

        Assert.Equal(0, Report.Calls);
    }

    [Fact]
    public async Task Invoke_TimeLimitOver_IsAFailureAndStoppedIsNot()
    {
        using var stop = new CancellationTokenSource();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        agent = (_, token) => Task.FromCanceled<AgentResult>(token);
        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => agents.InvokeAsync(Call(), stop.Token, limit.Token));
        Assert.Equal((1, 1), (Report.Calls, Report.Failures));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => agents.InvokeAsync(Call(), stop.Token, limit.Token));
        Assert.Equal((1, 1), (Report.Calls, Report.Failures));
    }

    [Fact]
    public async Task Invoke_HalfOpen_OneProbeAndTheOthersAreToldWhenToAskAgain()
    {
        agent = (_, _) => Task.FromResult(AgentResult.Failure(AgentErrorCodes.NetworkError, "away", retryable: true));
        await InvokeAsync(times: 10);
        time.Advance(TimeSpan.FromSeconds(60));
        var answer = new TaskCompletionSource<AgentResult>();
        agent = (_, _) => answer.Task;

        var probe = InvokeAsync();
        var beside = await InvokeAsync();
        answer.SetResult(AgentResult.Success());

        Assert.NotNull((await probe).Result);
        Assert.Null(beside.Result);
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromSeconds(5), beside.RetryAt);
        Assert.NotNull((await InvokeAsync()).Result);
        Assert.Equal(BreakerState.Closed, Report.State);
    }

    Task<AgentResult> IAgentInvoker.InvokeAsync(AgentCall call, CancellationToken cancellationToken)
    {
        calls++;
        return agent(call, cancellationToken);
    }

    Task IAgentInvoker.KillLeftoversAsync(string runId, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task InvokeAsync(int times)
    {
        for (var i = 0; i < times; i++)
            await InvokeAsync();
    }

    private Task<(AgentResult? Result, DateTimeOffset RetryAt)> InvokeAsync() => agents.InvokeAsync(Call(), CancellationToken.None, CancellationToken.None);

    private static AgentCall Call() => new()
    {
        Agent = "x",
        Action = "y",
        RunId = "r",
        StageId = "s",
        Attempt = 1,
        IdempotencyKey = "k",
        Parameters = Nothing,
        Inputs = Nothing,
        Workspace = "/",
        Environment = new Dictionary<string, string>(),
        Secrets = new Dictionary<string, string>(),
        Log = (_, _) => { },
    };
}
