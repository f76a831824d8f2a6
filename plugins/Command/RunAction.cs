using System.Globalization;
using System.Text.Json;

namespace Monolith.Plugins.Command;

internal sealed class RunAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "run", "Runs a program, or a script by a shell, and takes outputs and metrics that it writes.", RunSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var workingFolder = context.Parameters.Text("workingFolder") ?? ".";
        if (!WorkspacePath.ResolveFolder(context, workingFolder).Try(out var folder, out var failure))
        {
            return failure;
        }

        var privateFolder = PrivateFolder.Renew(context, "command");
        if (!Program(context.Parameters, privateFolder).Try(out var program, out failure))
        {
            return failure;
        }

        if (!ProgramEnvironment.Of(context, privateFolder).Try(out var environment, out failure))
        {
            return failure;
        }

        var result = await context.Programs.RunAsync(
            program with
            {
                WorkingFolder = WorkspacePath.Relative(context, folder),
                Environment = environment,
                StandardInput = context.Parameters.Text("stdin"),
            },
            cancellationToken);
        return Result(context.Parameters, privateFolder, result);
    }

    private static Outcome<ProgramSpec> Program(JsonElement parameters, string privateFolder)
    {
        var command = parameters.Text("command");
        var script = parameters.Text("script");
        return (command, script) switch
        {
            ({ Length: > 0 }, null) => new ProgramSpec(command, parameters.Texts("arguments")),
            (null, { Length: > 0 }) => Shell.Program(parameters.Text("shell") ?? Shell.Default, script, privateFolder),
            _ => Failed.Validation("Give either 'command' or 'script'."),
        };
    }

    private static AgentResult Result(JsonElement parameters, string privateFolder, ProgramResult result)
    {
        var accepted = parameters.Value("exitCodes") is null ? ["0"] : parameters.Texts("exitCodes");
        var exitCode = result.ExitCode.ToString(CultureInfo.InvariantCulture);
        var metricsRead = MetricsFile.Read(privateFolder).Try(out var metrics, out var metricsFault);
        if (!accepted.Contains(exitCode))
        {
            return Failed.Execution(
                $"The program ended with exit code {exitCode}, accepted is {string.Join(", ", accepted)}. "
                + $"Its last lines:\n{result.LastLines()}") with
            {
                Metrics = metrics ?? new Dictionary<string, double>(),
            };
        }

        if (!metricsRead)
        {
            return metricsFault!;
        }

        if (!OutputFile.Read(privateFolder).Try(out var outputs, out var outputFault))
        {
            return outputFault with { Metrics = metrics! };
        }

        outputs["exitCode"] = result.ExitCode;
        return AgentResult.Success() with { Outputs = outputs, Metrics = metrics! };
    }
}
