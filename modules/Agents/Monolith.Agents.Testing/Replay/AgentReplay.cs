using System.Text.Json.Nodes;

namespace Monolith.Agents.Testing;

/// <summary>Does recorded attempts again.</summary>
public static class AgentReplay
{
    /// <summary>
    /// Executes a recorded attempt with its parameters, inputs, decision and answers. The record has neither the workspace's files nor secrets nor what
    /// models answered: put them into the test first (<see cref="AgentTest.Workspace"/>, <see cref="TestModels.Play"/>).
    /// </summary>
    /// <param name="test">The agent, and what the record does not hold.</param>
    /// <param name="recorded">Which attempt.</param>
    /// <param name="parameters">A JSON object in place of the recorded parameters; null for those.</param>
    /// <param name="cancellationToken">Given to the agent.</param>
    /// <exception cref="AgentAssertionException">It cannot be done again; the message says why.</exception>
    public static async Task<ReplayedAttempt> ReplayAsync(
        this AgentTest test, RecordedAttempt recorded, string? parameters = null, CancellationToken cancellationToken = default)
    {
        (test.RunId, test.StageId, test.Attempt, test.Decision) = (recorded.RunId, recorded.Stage, recorded.Attempt, recorded.Decision);
        test.Answers = recorded.Facts["answers"]?.DeepClone().AsObject();
        test.Inputs = new JsonObject(recorded.Facts["stages"]!.AsObject()
            .Select(stage => KeyValuePair.Create(stage.Key, stage.Value!["outputs"]?.DeepClone())));
        foreach (var (name, value) in recorded.Facts["environment"]!.AsObject())
            test.Environment[name] = value!.ToString();
        var run = await test.RunAsync(recorded.Action, parameters ?? recorded.Parameters().ToJsonString(), cancellationToken);
        return new(recorded, run);
    }
}
