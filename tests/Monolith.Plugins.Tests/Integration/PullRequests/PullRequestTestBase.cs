using Monolith.Plugins.Integration;

namespace Monolith.Plugins.Tests.Integration.PullRequests;

public abstract class PullRequestTestBase(string provider, string secret, string repository, string prefix) : IAsyncLifetime
{
    protected const string Token = "t0ken-of-the-stage";

    private readonly TestWorkspace workspace = new();

    protected ScriptedForge Forge { get; private set; } = null!;

    protected TestContext? Last { get; private set; }

    public async Task InitializeAsync() => Forge = await ScriptedForge.StartAsync();

    public async Task DisposeAsync()
    {
        Assert.All(Forge.Tokens, token => Assert.Equal(prefix + Token, token));
        Assert.DoesNotContain(Token, Last?.Lines.Text ?? "", StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(workspace.Folder, "*", SearchOption.AllDirectories), file =>
            Assert.DoesNotContain(Token, File.ReadAllText(file), StringComparison.Ordinal));
        await Forge.DisposeAsync();
        workspace.Dispose();
    }

    protected async Task<AgentResult> RunAsync(string more = "", string? api = null, TimeProvider? time = null)
    {
        Last = new TestContext
        {
            Action = "pull_request",
            Workspace = workspace.Folder,
            Time = time ?? TimeProvider.System,
            KnownSecrets = new Dictionary<string, string> { [secret] = Token },
            Parameters = Stage.Json($$"""
                {
                  "provider": "{{provider}}", "api": "{{api ?? Forge.Url}}", "repository": "{{repository}}",
                  "source": "feature/x", "target": "main", "title": "A title", "body": "A body"{{more}}
                }
                """),
        };
        var result = await Stage.RunAsync(new IntegrationAgent(), Last);
        Assert.DoesNotContain(Token, result.Error?.Message ?? "", StringComparison.Ordinal);
        return result;
    }
}
