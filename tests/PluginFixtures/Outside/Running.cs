using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Outside;

internal static class Running
{
    public static async Task<JsonObject> LinesAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var program = new ProgramSpec("sh", "-c", "cat; echo two; exit 3") { StandardInput = "one\n", LogOutput = false, OnLine = lines.Add };
        var result = await context.Programs.RunAsync(program, cancellationToken);
        return new() { ["exitCode"] = result.ExitCode, ["output"] = result.StandardOutput, ["lines"] = string.Join("|", lines) };
    }

    public static async Task<JsonObject> ServeAsync(IAgentContext context)
    {
        var heard = new TaskCompletionSource<string>();
        var refused = "";
        try
        {
            context.Programs.Start(new("true"));
        }
        catch (ProgramStartException fault)
        {
            refused = fault.Message;
        }

        var program = context.Programs.Start(new("sh", "-c", "echo $$; exec cat /dev/zero > /dev/null") { OnLine = line => heard.TrySetResult(line) });
        var id = await heard.Task;
        var ran = !program.Exited.IsCompleted;
        await program.DisposeAsync();
        return new() { ["id"] = id, ["ran"] = ran, ["code"] = (await program.Exited).ExitCode, ["refused"] = refused };
    }
}
