using System.Text.Json;
using Monolith.Plugins.Http.Calls;

namespace Monolith.Plugins.Http.Check;

internal sealed class CheckAction : IPluginAction
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(1);

    public AgentAction Description { get; } = new(
        "check",
        "Makes a list of HTTP calls and checks the answers, if wanted of a program that it starts for the time.",
        CheckSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (context.Parameters.Value("serve") is not null)
        {
            return await ServeAndCheckAsync(context, cancellationToken);
        }

        using var caller = new HttpCaller(context);
        return (await CheckRun.MakeAsync(context, caller, context.Parameters, cancellationToken)).ToResult(served: false);
    }

    private static async Task<AgentResult> ServeAndCheckAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var port = FreePort.Find();
        using var caller = new HttpCaller(context, port);
        var parameters = PortPlaceholder.Fill(context.Parameters, port);
        var serve = parameters.Value("serve")!.Value;
        if (!WorkspacePath.ResolveFolder(context, serve.Text("workingFolder") ?? ".").Try(out var folder, out var failure))
        {
            return failure;
        }

        await using var program = context.Programs.Start(Program(context, serve, folder));
        if (await Readiness.WaitAsync(context, caller, serve, program, cancellationToken) is { } fault)
        {
            return fault;
        }

        var run = await CheckRun.MakeAsync(context, caller, parameters, cancellationToken);
        return await HasEndedAsync(context, program, run, cancellationToken)
            ? EarlyExit.Failure("during the checks", await program.Exited) with { Metrics = run.Metrics }
            : run.ToResult(served: true);
    }

    // A connection breaks a little before its program is known to be gone.
    private static async Task<bool> HasEndedAsync(
        IAgentContext context, IRunningProgram program, CheckRun run, CancellationToken cancellationToken)
    {
        if (run.Checks.Any(check => check.Fault?.Kind == CallFaultKind.Unreachable))
        {
            await Task.WhenAny(program.Exited, Task.Delay(EndsWithin, context.Time, cancellationToken));
        }

        return program.Exited.IsCompleted;
    }

    private static ProgramSpec Program(IAgentContext context, JsonElement serve, string folder) =>
        new(serve.RequiredText("command"), serve.Texts("arguments"))
        {
            WorkingFolder = WorkspacePath.Relative(context, folder),
            Environment = serve.Map("environment").ToDictionary(entry => entry.Key, entry => (string?)entry.Value),
        };
}
