using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures;

/// <summary>Everything that the SDK had in 1.0.0, called.</summary>
internal static class Surface
{
    public static readonly AgentAction[] Actions =
    [
        new("all", "Uses every member of the context.", """{ "type": "object" }"""),
        new("propose", "Wants something decided.", "{}"),
        new("ask", "Asks four questions.", "{}"),
        new("later", "Wants to be tried again.", "{}"),
        new("missing", "Starts a program that is not there.", "{}"),
    ];

    public static async Task<AgentResult> DoAsync(IAgentContext context, CancellationToken cancellationToken) => context.Action switch
    {
        "all" => await AllAsync(context, cancellationToken),
        "propose" => AgentResult.Propose(Proposal()),
        "ask" => AgentResult.Ask(
            new AgentQuestion("a", AgentQuestionType.OpenText, "A?"),
            new AgentQuestion("b", AgentQuestionType.MultipleChoice, "B?") { Choices = ["1", "2"] },
            new AgentQuestion("c", AgentQuestionType.YesNo, "C?"),
            new AgentQuestion("d", AgentQuestionType.Numeric, "D?") { Least = 0, Most = 9 }),
        "later" => AgentResult.RetryLater(AgentErrorCodes.NetworkError, "Not now.", TimeSpan.FromSeconds(7)),
        "missing" => await MissingAsync(context, cancellationToken),
        _ => AgentResult.Failure(AgentErrorCodes.TaskValidationFailed, "There is no such action."),
    };

    public static async Task<AgentResult> AllAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        context.Log.Write(AgentLogLevel.Debug, "debug");
        context.Log.Info("info");
        context.Log.Warn("warning");
        context.Log.Error("error");
        var lines = 0;
        var program = new ProgramSpec("sh", "-c", "cat; echo $FROM; echo three >&2")
        {
            Environment = new Dictionary<string, string?> { ["FROM"] = "two" },
            StandardInput = "one\n",
            LogOutput = false,
            WorkingFolder = ".",
            OnLine = _ => Interlocked.Increment(ref lines),
        };
        ProgramResult ran = await context.Programs.RunAsync(program, cancellationToken);
        await using IRunningProgram beside = context.Programs.Start(new ProgramSpec("true"));
        await File.WriteAllTextAsync(Path.Combine(context.Workspace, "kept.txt"), ran.StandardOutput, cancellationToken);
        return AgentResult.Success() with
        {
            Outputs = new JsonObject
            {
                ["ids"] = $"{context.RunId == Guid.Parse(context.RunId).ToString()} {context.StageId} {context.Action} {context.Attempt} {context.IdempotencyKey == $"{context.RunId}/stage/1"}",
                ["given"] = $"{context.Parameters.GetRawText()} {context.Inputs.GetRawText()} {context.Environment.Count} {context.Secrets.Find("none") ?? "no secret"}",
                ["people"] = $"{context.Decision?.Option} {context.Answers?.GetRawText()}",
                ["ran"] = $"{ran.ExitCode} {ran.StandardOutput}{ran.StandardError}{lines} {ran.Duration > TimeSpan.Zero} {(await beside.Exited).ExitCode}",
                ["year"] = context.Time.GetUtcNow().Year > 2000,
            },
            Metrics = new Dictionary<string, double> { ["some.metric"] = 1.5 },
            Artifacts = [new AgentArtifact("kept", "kept.txt"), new AgentArtifact("report", "kept.txt", "report")],
        };
    }

    private static AgentDecision Proposal() => new("technical_refactor", "Go on?")
    {
        Description = "Or not.",
        Confidence = 0.9,
        CostPerMonth = 1,
        Options = ["yes", "no"],
        Environment = "prod",
        Evidence = new JsonObject { ["a"] = 1 },
        Plan = new JsonObject { ["b"] = 2 },
        Files = [],
        Budget = 3,
    };

    private static async Task<AgentResult> MissingAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Programs.RunAsync(new ProgramSpec("no-such-program-at-all"), cancellationToken);
            return AgentResult.Success();
        }
        catch (ProgramStartException fault)
        {
            return AgentResult.Failure(AgentErrorCodes.InsufficientResources, fault.Message, retryable: true);
        }
    }
}
