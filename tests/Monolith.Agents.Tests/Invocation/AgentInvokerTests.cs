using System.Net.Sockets;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Invocation;

public sealed class AgentInvokerTests
{
    private static readonly Func<IAgentContext, CancellationToken, Task<AgentResult>> Succeed =
        (_, _) => Task.FromResult(AgentResult.Success());

    [Fact]
    public async Task Invoke_GoodAgent_GivesOutputsMetricsAndLog()
    {
        await using var host = await AgentHost.WithAsync("Good");
        using var call = new Call();

        var result = await host.Invoker.InvokeAsync(call.Of("greet", "greet", """{"name":"Ada"}"""), default);

        Assert.Null(result.Error);
        Assert.Equal("Hello, Ada!", (string?)result.Outputs["greeting"]);
        Assert.Equal(11, result.Metrics["greeting.length"]);
        Assert.Equal(["Hello, Ada!"], call.Lines);
    }

    [Fact]
    public async Task Invoke_AgentThatThrowsItsOwnException_IsAFailureWithTypeAndMessage()
    {
        await using var host = await AgentHost.WithAsync("Good");
        using var call = new Call();

        var result = await host.Invoker.InvokeAsync(call.Of("greet", "throw"), default);

        Assert.Equal(new AgentError("TASK_EXECUTION_FAILED", "PeculiarException: Something peculiar happened.", false), result.Error);
        Assert.Contains(call.Lines, line => line.Contains("GreetAgent.ExecuteAsync", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invoke_SecretThatTheManifestDoesNotName_IsRefusedAndTheAgentNeverGetsIt()
    {
        using var call = new Call { Secrets = { ["token"] = "hidden-token" } };
        var setup = SandboxSetup.Without with { Capabilities = new AgentCapabilities { Secrets = ["registry"] } };
        using var agents = new StubAgents((_, _) => throw new InvalidOperationException("It was called."), setup: setup);

        var error = (await agents.Invoker.InvokeAsync(call.Of("stub", "do"), default)).Error!;

        Assert.Equal("TASK_VALIDATION_FAILED", error.Code);
        Assert.Contains("'token', which its manifest does not name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_UnknownAgent_IsNotRegistered()
    {
        using var agents = new StubAgents(Succeed);
        using var call = new Call();

        var result = await agents.Invoker.InvokeAsync(call.Of("nobody", "do"), default);

        Assert.Equal("AGENT_NOT_REGISTERED", result.Error!.Code);
        Assert.False(result.Error.Retryable);
    }

    [Fact]
    public async Task Invoke_PluginThatDidNotLoad_IsNotRegisteredWithItsReason()
    {
        await using var host = await AgentHost.WithAsync("ThrowingConstructor");
        using var call = new Call();

        var result = await host.Invoker.InvokeAsync(call.Of("ThrowingConstructor", "none"), default);

        Assert.Equal("AGENT_NOT_REGISTERED", result.Error!.Code);
        Assert.Contains("flux capacitor", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_AnotherVersionThanPinned_IsNotRegistered()
    {
        using var agents = new StubAgents(Succeed);
        using var call = new Call();

        var pinned = await agents.Invoker.InvokeAsync(call.Of("stub", "do", contentHash: StubAgents.ContentHash), default);
        var other = await agents.Invoker.InvokeAsync(call.Of("stub", "do", contentHash: "4567"), default);

        Assert.Null(pinned.Error);
        Assert.Equal("AGENT_NOT_REGISTERED", other.Error!.Code);
    }

    [Fact]
    public async Task Invoke_UnknownAction_IsInvalidAndNamesTheKnownOnes()
    {
        using var agents = new StubAgents(Succeed);
        using var call = new Call();

        var result = await agents.Invoker.InvokeAsync(call.Of("stub", "undo"), default);

        Assert.Equal("TASK_VALIDATION_FAILED", result.Error!.Code);
        Assert.Contains("It has: do.", result.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Invoke_AgentThatThrows_IsAFailureThatFits(string code, bool retryable, Exception thrown)
    {
        using var asynchronous = new StubAgents((_, _) => Task.FromException<AgentResult>(thrown));
        using var synchronous = new StubAgents((_, _) => throw thrown);
        using var call = new Call();

        var told = 0;

        var later = await asynchronous.Invoker.InvokeAsync(call.Of("stub", "do") with { OnException = () => told++ }, default);
        var atOnce = await synchronous.Invoker.InvokeAsync(call.Of("stub", "do"), default);

        Assert.Equal((code, retryable), (later.Error!.Code, later.Error.Retryable));
        Assert.Equal(later.Error, atOnce.Error);
        Assert.Equal(1, told);
    }

    public static TheoryData<string, bool, Exception> Exceptions() => new()
    {
        { "NETWORK_ERROR", true, new HttpRequestException("no route") },
        { "NETWORK_ERROR", true, new SocketException(111) },
        { "NETWORK_ERROR", true, new IOException("reset", new SocketException(104)) },
        { "WORKSPACE_ERROR", true, new IOException("disk full") },
        { "WORKSPACE_ERROR", false, new FileNotFoundException("no file", "report.xml") },
        { "TASK_EXECUTION_FAILED", false, new FileNotFoundException("no assembly", "Lost, Version=1.0.0.0, Culture=neutral") },
        { "TASK_TIMEOUT", true, new TimeoutException("too slow") },
        { "TASK_TIMEOUT", true, new TaskCanceledException("too slow", new TimeoutException()) },
        { "TASK_EXECUTION_FAILED", false, new OperationCanceledException("cancelled itself") },
        { "INSUFFICIENT_RESOURCES", false, new ProgramStartException("no git") },
        { "TASK_EXECUTION_FAILED", false, new InvalidOperationException("odd") },
        { "NETWORK_ERROR", true, new AggregateException(new HttpRequestException("no route")) },
        { "TASK_EXECUTION_FAILED", false, new MuteException() },
        { "LLM_RATE_LIMIT", true, new ModelException("LLM_RATE_LIMIT", "busy", retryable: true) },
        { "DATABASE_ERROR", true, new ModelException("DATABASE_ERROR", "away", retryable: true) },
        { "TASK_EXECUTION_FAILED", false, new ModelException("AGENT_HAS_A_COLD", "sneeze", retryable: true) },
    };

    [Fact]
    public async Task Invoke_HostWithoutModels_FailsWhoAsksAndNobodyElse()
    {
        using var asking = new StubAgents(async (context, token) =>
        {
            await context.Models.AskAsync(new ModelRequest(ModelMessage.User("Hi")), token);
            return AgentResult.Success();
        });
        using var call = new Call();

        var result = await asking.Invoker.InvokeAsync(call.Of("stub", "do"), default);

        Assert.Equal("LLM_API_ERROR", result.Error!.Code);
    }

    [Fact]
    public async Task Invoke_AgentThatReturnsNull_BreaksTheContract()
    {
        using var nullResult = new StubAgents((_, _) => Task.FromResult<AgentResult>(null!));
        using var nullTask = new StubAgents((_, _) => null!);
        using var call = new Call();

        var fromResult = await nullResult.Invoker.InvokeAsync(call.Of("stub", "do"), default);
        var fromTask = await nullTask.Invoker.InvokeAsync(call.Of("stub", "do"), default);

        Assert.Equal("CONTRACT_VALIDATION_FAILED", fromResult.Error!.Code);
        Assert.Equal("CONTRACT_VALIDATION_FAILED", fromTask.Error!.Code);
    }

    [Fact]
    public async Task Invoke_AgentThatBlocksItsThread_DoesNotBlockTheCaller()
    {
        using var free = new ManualResetEventSlim();
        using var agents = new StubAgents((_, _) =>
        {
            Assert.True(free.Wait(Safety.Limit, CancellationToken.None));
            return Task.FromResult(AgentResult.Success());
        });
        using var call = new Call();

        var running = agents.Invoker.InvokeAsync(call.Of("stub", "do"), default);
        free.Set();

        Assert.Null((await running.WaitAsync(Safety.Limit)).Error);
    }

    [Fact]
    public async Task Invoke_Context_ShowsTheCall()
    {
        IAgentContext? seen = null;
        using var agents = new StubAgents((context, _) =>
        {
            seen = context;
            return Task.FromResult(AgentResult.Success());
        });
        using var call = new Call();
        call.Secrets["token"] = "s3cret";
        call.Environment["STAGE"] = "1";

        await agents.Invoker.InvokeAsync(call.Of("stub", "do", """{"a":1}"""), default);

        Assert.Equal((call.RunId, "stage", "do", 1), (seen!.RunId, seen.StageId, seen.Action, seen.Attempt));
        Assert.Equal($"{call.RunId}/stage/1", seen.IdempotencyKey);
        Assert.Equal(1, seen.Parameters.GetProperty("a").GetInt32());
        Assert.Equal(call.Workspace.Path, seen.Workspace);
        Assert.Equal("s3cret", seen.Secrets.Find("token"));
        Assert.Null(seen.Secrets.Find("other"));
        Assert.Equal("1", seen.Environment["STAGE"]);
        Assert.Same(TimeProvider.System, seen.Time);
    }

    [Fact]
    public async Task Invoke_LinesAfterTheEnd_AreDropped()
    {
        IAgentContext? seen = null;
        using var agents = new StubAgents((context, _) =>
        {
            seen = context;
            context.Log.Info("during");
            return Task.FromResult(AgentResult.Success());
        });
        using var call = new Call();

        await agents.Invoker.InvokeAsync(call.Of("stub", "do"), default);
        seen!.Log.Info("after");

        Assert.Equal(["during"], call.Lines);
    }

    private sealed class MuteException : Exception
    {
        public override string Message => throw new InvalidOperationException();

        public override string ToString() => throw new InvalidOperationException();
    }
}
