using System.Text.Json.Nodes;
using Monolith.Cli.Profiles;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Progress;

/// <summary>What is told to type where there is this tool.</summary>
internal sealed class ToolSteps(Target target) : INextSteps
{
    public string AfterStop(Guid run) => $"The run goes on. Watch it again by: monolith watch {run}{target.Again}";

    public string Waits(string stage, string what) => $"{stage} waits for a {what}.";

    public IEnumerable<string> Decide(DecisionResponse decision, string? option)
    {
        var choice = option is null ? "" : $" --option {Shell.Quoted(option)}";
        yield return $"  monolith approve {decision.Id}{choice} --reason 'Looks right'{As(decision.Approvers)}{target.Again}";
        yield return "With decide ID revise (or escalate, abort) instead of approve ID it is sent back with the reason.";
    }

    public string Answer(ClarificationResponse clarification, JsonObject answers)
    {
        var words = answers.Select(answer => $" --answer {Shell.Quoted($"{answer.Key}={answer.Value}")}");
        return $"  monolith clarify {clarification.Id}{string.Concat(words)}{target.Again}";
    }

    // Whoever has a key is who the key says.
    private string As(IReadOnlyList<string> approvers) =>
        target.Key is null && approvers is [var first, ..] ? $" --as {Shell.Quoted(PersonWait.Plain(first))}" : "";
}
