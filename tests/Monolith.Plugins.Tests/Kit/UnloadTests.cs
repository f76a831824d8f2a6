using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Monolith.Plugins.Tests.Kit;

/// <summary>Each plugin in a load context of its own, as the host loads it: used, unloaded and collected.</summary>
public sealed class UnloadTests
{
    private const int MostCollections = 20;

    [Theory]
    [InlineData("CodingCli", "run", """{ "command": ["sh", "-c", "cat > new.txt"], "prompt": "x", "cost": { "pattern": "([0-9]+)" } }""")]
    [InlineData("Command", "run", """{ "script": "echo '{\"a\": 1}' | tee $MONOLITH_OUTPUT > $MONOLITH_METRICS" }""")]
    [InlineData(
        "Deployment", "deploy",
        """{ "target": { "name": "app", "port": PORT, "state": "FOLDER" }, "path": "source", "command": ["python3", "-m", "http.server", "{port}"], "health": { "path": "/a.txt" }, "observe": "0s" }""",
        "stop", """{ "target": { "name": "app", "state": "FOLDER" } }""")]
    [InlineData("Drill", "work", """{ "journal": "FOLDER", "longest": 1 }""")]
    [InlineData("E2e", "generate", """{ "inline": "scenarios: [{ name: A, steps: [{ open: / }, { request: { url: /, body: { a: [1, b] } } }] }]" }""")]
    [InlineData("Git", "info", """{ "path": "." }""")]
    [InlineData("Http", "call", """{ "url": "URL", "body": 1, "method": "POST", "expect": { "json": [{ "path": "$", "equals": 1 }] } }""")]
    [InlineData("Integration", "merge_branch", """{ "source": "feature", "test": { "script": "true" } }""")]
    [InlineData(
        "Scaffold", "create", """{ "template": "csharp-library", "name": "thing" }""",
        "generate", """{ "plan": { "name": "x", "kind": "library", "summary": "x", "files": [{ "path": "a.txt", "purpose": "x" }], "confidence": 1 }, "commands": { "build": [["true"]] } }""")]
    [InlineData("Validation", "format", """{ "path": ".", "scope": "whitespace" }""")]
    public async Task Unload_AfterUse_IsCollected(string plugin, string action, string parameters, string? thenAction = null, string? thenParameters = null)
    {
        using var workspace = new TestWorkspace();
        RealGit.Make(workspace.Folder);
        RealGit.Make(workspace.At("source"));
        workspace.Write("Library.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        await using var server = await WebServer.StartAsync(http => http.Request.Body.CopyToAsync(http.Response.Body));

        var port = Deployment.DeploymentTestBase.FreePort();
        var context = await UseAsync(plugin, [Of(action, parameters), .. thenAction is null ? Array.Empty<TestContext>() : [Of(thenAction, thenParameters!)]]);

        for (var collections = 0; context.IsAlive && collections < MostCollections; collections++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.False(context.IsAlive, $"{plugin} is still in memory");

        TestContext Of(string action, string parameters) => new()
        {
            Action = action,
            Workspace = workspace.Folder,
            Models = new ScriptedModels { Answer = _ => System.Text.Json.Nodes.JsonNode.Parse("""{ "files": [{ "path": "a.txt", "content": "a" }] }""")! },
            Parameters = Stage.Json(parameters
                .Replace("URL", server.Url, StringComparison.Ordinal)
                .Replace("FOLDER", workspace.Folder, StringComparison.Ordinal)
                .Replace("PORT", $"{port}", StringComparison.Ordinal)),
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseAsync(string plugin, IReadOnlyList<TestContext> stages)
    {
        var context = new AssemblyLoadContext(plugin, isCollectible: true);
        using (var file = new MemoryStream(await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, $"Monolith.Plugins.{plugin}.dll"))))
        {
            var assembly = context.LoadFromStream(file);
            foreach (var stage in stages)
            {
                (await Agent(assembly, stage.Action).ExecuteAsync(stage, CancellationToken.None)).Succeeded(stage);
            }
        }

        context.Unload();
        return new WeakReference(context);
    }

    private static IAgent Agent(Assembly assembly, string action) => assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IAgent)))
        .Select(type => (IAgent)Activator.CreateInstance(type)!)
        .Single(agent => agent.Descriptor.Actions.Any(known => known.Name == action));
}
