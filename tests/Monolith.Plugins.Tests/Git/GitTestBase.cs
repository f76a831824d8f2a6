using Monolith.Plugins.Git;

namespace Monolith.Plugins.Tests.Git;

public abstract class GitTestBase : IDisposable
{
    protected TestWorkspace Workspace { get; } = new();

    public void Dispose()
    {
        Workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    protected TestContext Context(
        string action, string parameters, string stage = "stage", params (string Name, string Value)[] secrets) => new()
        {
            Action = action,
            StageId = stage,
            Workspace = Workspace.Folder,
            Parameters = Stage.Json(parameters),
            KnownSecrets = secrets.ToDictionary(secret => secret.Name, secret => secret.Value),
        };

    protected Task<AgentResult> RunAsync(string action, string parameters, string stage = "stage") =>
        Stage.RunAsync(new GitAgent(), Context(action, parameters, stage));

    protected Task<AgentResult> RunUncheckedAsync(string action, string parameters) =>
        Stage.RunUncheckedAsync(new GitAgent(), Context(action, parameters));
}
