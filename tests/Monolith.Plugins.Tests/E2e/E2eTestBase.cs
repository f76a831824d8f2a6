using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.E2e;

namespace Monolith.Plugins.Tests.E2e;

[Collection("builds")]
public abstract class E2eTestBase : IDisposable
{
    protected TestWorkspace Workspace { get; } = new();

    public void Dispose()
    {
        Workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static JsonObject App => new()
    {
        ["command"] = "dotnet",
        ["arguments"] = new JsonArray(typeof(Program).Assembly.Location, "notes"),
    };

    protected TestContext Context(string action, JsonObject parameters, IReadOnlyDictionary<string, string>? secrets = null) => new()
    {
        Action = action,
        Workspace = Workspace.Folder,
        Parameters = JsonSerializer.SerializeToElement(parameters),
        KnownSecrets = secrets ?? new Dictionary<string, string>(),
    };

    protected static Task<AgentResult> DoAsync(TestContext context) => Stage.RunAsync(new E2eAgent(), context);

    protected JsonObject Report() => JsonNode.Parse(File.ReadAllText(Made("report.json")))!.AsObject();

    protected string Made(string name) => Workspace.At(".monolith", "e2e", "stage", name);

    /// <summary>The application and what it started.</summary>
    protected void AssertApplicationIsGone()
    {
        foreach (var id in File.ReadAllText(Workspace.At("pids")).Split(' '))
        {
            try
            {
                using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
                Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), $"process {id} still runs");
            }
            catch (ArgumentException)
            {
                // No process has that id any more.
            }
        }
    }
}
