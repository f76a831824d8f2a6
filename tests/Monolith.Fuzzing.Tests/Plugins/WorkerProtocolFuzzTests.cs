using System.Text;
using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Invocation;
using Monolith.Agents.Masking;
using Monolith.Agents.Tests.Workers;
using Monolith.Agents.Workers.Life;
using Monolith.Fuzzing.Tests.Running;

namespace Monolith.Fuzzing.Tests.Plugins;

/// <summary>What a process of a plugin says to its host: whatever it is, the host's thread that reads comes to an end, and what it took passes the boundary.</summary>
public sealed class WorkerProtocolFuzzTests
{
    private static readonly string[] Results =
    [
        """{"type":"result","call":1,"outputs":{"a":{"b":[1,"x",null]},"c":1.5},"metrics":{"m":1e3},"artifacts":[{"name":"n","path":"p","type":"file"}]}""",
        """{"type":"result","call":1,"error":{"code":"NETWORK_ERROR","message":"m","retryable":true,"retryAfterSeconds":2}}""",
        """{"type":"result","call":1,"exception":{"code":"TASK_EXECUTION_FAILED","message":"m","retryable":false,"details":"d"}}""",
        """{"type":"result","call":1,"proposal":{"category":"c","title":"t","description":"d","confidence":0.5,"costPerMonth":1,"options":["a","b"],"evidence":{"e":1},"plan":{"steps":[]},"files":["f"]}}""",
        """{"type":"result","call":1,"questions":[{"id":"q","type":"multipleChoice","text":"t","choices":["a","b"]},{"id":"n","type":"numeric","text":"t","least":1,"most":9}]}""",
    ];

    [Fact]
    public void Read_AnySession_EndsAndWhatIsTakenPassesTheBoundary() => Fuzz.Run("worker's protocol", [.. Results.Select(Session)], mutant =>
    {
        using var gate = new GatedStream(mutant.Bytes);
        var connection = new WorkerConnection(gate, Stream.Null);
        var call = connection.Begin(new NotingContext("act", "/nowhere"), new AgentCall
        {
            Agent = "any",
            Action = "act",
            RunId = "run",
            StageId = "stage",
            Attempt = 1,
            IdempotencyKey = "key",
            Workspace = "/nowhere",
            Parameters = JsonElement.Parse("{}"),
            Inputs = JsonElement.Parse("{}"),
            Environment = new Dictionary<string, string>(),
            Secrets = new Dictionary<string, string>(),
            Log = (_, _) => { },
        });
        gate.Open();

        var wrong = connection.Closed.GetAwaiter().GetResult();

        Assert.False(wrong is "");
        if (!call.Result.IsCompletedSuccessfully)
            return false;
        var kept = ResultBoundary.Accept(call.Result.GetAwaiter().GetResult(), SecretMask.None);
        _ = kept.Outputs?.ToJsonString();
        return wrong is null;
    });

    private static byte[] Session(string result) => Encoding.UTF8.GetBytes(
        $$$$"""
        {"type":"ready","protocol":1,"pings":true,"agents":[{"name":"any","version":"1.0.0","description":"d","actions":[{"name":"act","description":"d","parametersSchema":{"type":"object"}}],"capabilities":{"hosts":["a.example"],"secrets":[],"tools":["git"],"writablePaths":["out"],"readablePaths":[]}}]}
        {"type":"log","call":1,"level":"warning","line":"x"}
        {"type":"request","call":1,"request":1,"do":"secret","name":"token"}
        {"type":"request","call":1,"request":2,"do":"run","program":{"fileName":"git","arguments":["status"],"environment":{"A":"b"},"lines":true}}
        {"type":"request","call":1,"request":3,"do":"ask","question":{"messages":[{"role":"user","text":"t"}],"schema":{"type":"object"},"tools":[{"name":"t","description":"d","parametersSchema":"{}"}],"maxTokens":9,"pieces":true}}
        {"type":"abandon","call":1,"request":3}
        {"type":"pong","number":1}
        {{{{result}}}}

        """);

    /// <summary>Says nothing until the call is there that it is about.</summary>
    private sealed class GatedStream(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly ManualResetEventSlim gate = new();

        public void Open() => gate.Set();

        public override int Read(byte[] buffer, int offset, int count)
        {
            gate.Wait();
            return base.Read(buffer, offset, count);
        }

        protected override void Dispose(bool disposing)
        {
            gate.Dispose();
            base.Dispose(disposing);
        }
    }
}
