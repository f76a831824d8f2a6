namespace Monolith.Agents.Tests.Analyzers;

public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("MONO001", "private static readonly List<string> Seen = []; public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken token) { Seen.Add(context.RunId); return Task.FromResult(AgentResult.Success()); }")]
    [InlineData("MONO001", "private static readonly Dictionary<string, int> Seen = []; public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken token) { Seen[context.RunId] = 1; return Task.FromResult(AgentResult.Success()); }")]
    [InlineData("MONO001", "public static string? Last { get; set; } public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken token) => Task.FromResult(AgentResult.Success());")]
    [InlineData("MONO002", "await Task.Yield(); Task.Delay(-1, cancellationToken).GetAwaiter().GetResult(); return AgentResult.Success();")]
    [InlineData("MONO002", "await Task.Delay(-1, cancellationToken); Thread.Sleep(1); return AgentResult.Success();")]
    [InlineData("MONO002", "await Task.Yield(); Task.Delay(-1, cancellationToken).Wait(cancellationToken); return AgentResult.Success();")]
    [InlineData("MONO003", "await Task.Run(async () => await new HttpClient().GetStringAsync(new Uri(\"http://a\")), cancellationToken); return AgentResult.Success();")]
    [InlineData("MONO004", "public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken token) => DoAsync(context); private static Task<AgentResult> DoAsync(IAgentContext context) => Task.FromResult(AgentResult.Success());")]
    [InlineData("MONO005", "private sealed record Own(int A); public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken token) => Task.FromResult(JsonSerializer.Deserialize<List<Own>>(\"[]\") is null ? null! : AgentResult.Success());")]
    [InlineData("MONO006", "TaskScheduler.UnobservedTaskException += (_, _) => { }; await Task.Delay(-1, cancellationToken); return AgentResult.Success();")]
    [InlineData("MONO007", "await Task.Delay(-1, cancellationToken); Environment.CurrentDirectory = context.Workspace; Environment.Exit(1); return AgentResult.Success();")]
    [InlineData("MONO008", "await Task.Delay(-1, cancellationToken); using var late = new CancellationTokenSource(1000); return DateTime.UtcNow.Year > 1 ? AgentResult.Success() : null!;")]
    public async Task Rule_ItsOtherFormsOfMistake_AreReported(string id, string code) => Assert.Equal([id], await Snippet.ReportedAsync(Snippet.Agent(code)));

    [Theory]
    [InlineData("private static readonly Dictionary<string, int> Known = new() { [\"a\"] = 1 }; static ExampleAgent() { Known.Add(\"b\", 2); } public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken token) => Task.FromResult(AgentResult.Success() with { Outputs = new() { [\"a\"] = Known.Count } });")]
    [InlineData("await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken)); return AgentResult.Success();")]
    [InlineData("await File.WriteAllTextAsync(\"a\", \"\", CancellationToken.None).WaitAsync(cancellationToken); return AgentResult.Success();")]
    [InlineData("await Task.Delay(-1, cancellationToken); return JsonSerializer.Deserialize<JsonElement>(\"1\").GetInt32() == 1 && JsonSerializer.Serialize(\"a\") != \"\" ? AgentResult.Success() : null!;")]
    [InlineData("EventHandler end = (_, _) => { }; AppDomain.CurrentDomain.ProcessExit += end; await Task.Delay(-1, cancellationToken); AppDomain.CurrentDomain.ProcessExit -= end; return AgentResult.Success();")]
    [InlineData("using var late = new CancellationTokenSource(TimeSpan.FromSeconds(1), context.Time); using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), context.Time); await timer.WaitForNextTickAsync(cancellationToken); return AgentResult.Success();")]
    public async Task AllRules_GoodCode_IsLeftAlone(string code) => Assert.Empty(await Snippet.ReportedAsync(Snippet.Agent(code)));

    [Fact]
    public async Task AllRules_ProjectWithoutAnAgent_IsLeftAlone() =>
        Assert.Empty(await Snippet.ReportedAsync("public static class Library { public static int Count; public static void Wait() => System.Threading.Thread.Sleep(1); }"));
}
