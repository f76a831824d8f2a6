using System.Text.Json;
using Monolith.Plugins.Validation;

namespace Monolith.Plugins.Tests.Validation.Kinds;

/// <summary>The agent against a repository of a kind, with the kind's real tools.</summary>
public abstract class KindTestBase : IDisposable
{
    protected TestWorkspace Workspace { get; } = new();

    public void Dispose()
    {
        Workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    protected TestContext Context(string action, object? parameters = null, string stage = "stage") => new()
    {
        Action = action,
        StageId = stage,
        Workspace = Workspace.Folder,
        Parameters = JsonSerializer.SerializeToElement(parameters ?? new { }),
        Environment = Environment,
    };

    protected Dictionary<string, string> Environment { get; } = [];

    protected Task<AgentResult> RunAsync(string action, object? parameters = null, string stage = "stage") =>
        Stage.RunAsync(new ValidationAgent(), Context(action, parameters, stage));

    protected string Artifact(AgentResult result, string name) =>
        File.ReadAllText(Workspace.At(result.Artifacts.Single(artifact => artifact.Name == name).Path));
}
