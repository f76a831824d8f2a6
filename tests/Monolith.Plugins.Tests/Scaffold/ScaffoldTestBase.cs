using Monolith.Plugins.Scaffold;

namespace Monolith.Plugins.Tests.Scaffold;

public abstract class ScaffoldTestBase : IDisposable
{
    protected TestWorkspace Workspace { get; } = new();

    public void Dispose()
    {
        Workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    protected TestContext Context(string action, string parameters) => new()
    {
        Action = action,
        Workspace = Workspace.Folder,
        Parameters = Stage.Json(parameters),
    };

    protected Task<AgentResult> RunAsync(string action, string parameters) => Stage.RunAsync(new ScaffoldAgent(), Context(action, parameters));

    /// <summary>A template of the workspace's own, in the folder <c>own</c>.</summary>
    protected void WriteTemplate(string name, string manifest, params (string Path, string Text)[] files)
    {
        Workspace.Write($"own/{name}/template.json", manifest);
        foreach (var (path, text) in files)
        {
            Workspace.Write($"own/{name}/{path}", text);
        }
    }

    protected Task<AgentResult> CreateOwnAsync(string template = "mine", string values = "{}") =>
        RunAsync("create", $$"""{ "template": "{{template}}", "name": "order-desk", "templates": "own", "values": {{values}} }""");

    protected IEnumerable<string> FilesIn(string folder) => Directory.Exists(Workspace.At(folder))
        ? Directory.EnumerateFiles(Workspace.At(folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Workspace.At(folder), file)).Order(StringComparer.Ordinal)
        : [];
}
