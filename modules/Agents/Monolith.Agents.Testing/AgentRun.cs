using System.Text.Json.Nodes;

namespace Monolith.Agents.Testing;

/// <summary>What came of an execution. Each assertion returns the run, or throws <see cref="AgentAssertionException"/> with the stage's log.</summary>
public sealed class AgentRun
{
    private readonly AgentTest test;

    internal AgentRun(AgentTest test, AgentResult result)
    {
        this.test = test;
        Result = result;
    }

    /// <summary>What the agent returned.</summary>
    public AgentResult Result { get; }

    /// <summary>It succeeded, and neither proposes nor asks anything.</summary>
    public AgentRun Succeeded() => Require(
        Result is { Error: null, Proposal: null, Questions.Count: 0 },
        Result.Error is { } error ? $"It failed with {error.Code}: {error.Message}" : "It did not succeed but wants something from people.");

    /// <summary>It failed with this code, and says this.</summary>
    public AgentRun FailedWith(string code, string saying = "") => Require(
        Result.Error is { } error && error.Code == code && error.Message.Contains(saying, StringComparison.Ordinal),
        $"Expected {code} '{saying}', found {(Result.Error is { } found ? $"{found.Code} '{found.Message}'" : "no failure")}.");

    /// <summary>It wants something of this category decided.</summary>
    public AgentRun Proposed(string category) => Require(
        Result.Proposal?.Category == category, $"Expected a proposal of {category}, found {Result.Proposal?.Category ?? "none"}.");

    /// <summary>It asks questions with these ids, in this order.</summary>
    public AgentRun Asked(params string[] ids) => Require(
        Result.Questions.Select(question => question.Id).SequenceEqual(ids),
        $"Expected the questions {string.Join(", ", ids)}, found {string.Join(", ", Result.Questions.Select(question => question.Id))}.");

    /// <summary>It has this output; numbers, texts and truth values convert by themselves.</summary>
    public AgentRun HasOutput(string name, JsonNode? value) => Require(
        Result.Outputs.TryGetPropertyValue(name, out var found) && JsonNode.DeepEquals(found, value),
        $"Expected the output {name} = {value?.ToJsonString() ?? "null"}, found {Result.Outputs.ToJsonString()}.");

    /// <summary>It measured exactly this.</summary>
    public AgentRun HasMetric(string name, double value) => Require(
        Result.Metrics.TryGetValue(name, out var found) && found.Equals(value),
        $"Expected the metric {name} = {value:R}, found {string.Join(", ", Result.Metrics.Select(metric => $"{metric.Key} = {metric.Value:R}"))}.");

    /// <summary>It keeps an artifact of this name, and its file or folder is there.</summary>
    public AgentRun HasArtifact(string name)
    {
        var artifact = Result.Artifacts.FirstOrDefault(artifact => artifact.Name == name);
        Require(artifact is not null, $"Expected the artifact {name}, found {string.Join(", ", Result.Artifacts.Select(kept => kept.Name))}.");
        return Require(Path.Exists(test.Workspace.At(artifact!.Path)), $"The artifact {name} is not there: {artifact.Path}");
    }

    /// <summary>The workspace holds this file; with a text, exactly that text.</summary>
    public AgentRun HasFile(string path, string? text = null)
    {
        var file = test.Workspace.At(path);
        Require(File.Exists(file), $"There is no file {path} in the workspace.");
        return Require(text is null || File.ReadAllText(file) == text, $"{path} holds something else.");
    }

    /// <summary>A line of the log holds this.</summary>
    public AgentRun Logged(string text) => Require(test.Log.Text.Contains(text, StringComparison.Ordinal), $"Nothing logged holds '{text}'.");

    /// <summary>No secret of the test is in outputs or failure. A host masks them there, and in the log; an agent that leaves them out is better.</summary>
    public AgentRun KeepsSecrets()
    {
        var said = $"{Result.Outputs.ToJsonString()}\n{Result.Error?.Message}";
        var leaked = test.Secrets.Where(secret => secret.Value.Length > 0 && said.Contains(secret.Value, StringComparison.Ordinal)).Select(secret => secret.Key);
        return Require(!leaked.Any(), $"Secrets in outputs or failure: {string.Join(", ", leaked)}.");
    }

    private AgentRun Require(bool condition, string otherwise) =>
        condition ? this : throw new AgentAssertionException(test.Log.Text is { Length: > 0 } log ? $"{otherwise}\nIts log:\n{log}" : otherwise);
}
