using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Registry.Shadowing;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;
using Monolith.Kernel;

namespace Monolith.Agents.Tests.Registry.Shadowing;

/// <summary>Agents that reach outside, and say afterwards that all went well.</summary>
public sealed class ShadowReachTests : IDisposable
{
    private static readonly Dictionary<string, Func<IAgentContext, string, Task>> Reaching = new()
    {
        ["It runs a program (touch)."] = (context, mark) => context.Programs.RunAsync(new ProgramSpec("/bin/touch", mark), default),
        ["It calls over the network."] = async (context, _) => await new HttpClient(context.CreateHttpHandler()).GetAsync(new Uri("http://127.0.0.1:9/")),
        ["It asks for a secret."] = (context, _) => Task.FromResult(context.Secrets.Find("token")),
        ["It works on files, and stages before it may have left some."] = (context, _) => File.WriteAllTextAsync(Path.Combine(context.Workspace, "file"), ""),
        [ShadowModels.Unanswered] = (context, _) => context.Models.AskAsync(new ModelRequest(ModelMessage.User("?")), default),
    };

    private readonly TempFolder data = new();

    public static TheoryData<string> Reasons => [.. Reaching.Keys];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Do_AgentThatReachesOutside_IsNotComparedAndNothingIsTouched(string reason)
    {
        var mark = Path.Combine(data.Path, "mark");
        var agent = Attempts.Agent(async (context, _) =>
        {
            await Record.ExceptionAsync(() => Reaching[reason](context, mark));
            return AgentResult.Success();
        });

        var attempt = await new ShadowExecution(new DataFolders(data.Path), TimeProvider.System).DoAsync(agent, Attempts.Recorded with { IsAfterOthers = true }, default);

        Assert.Equal((ShadowResult.NotCompared, reason), (attempt.Result, attempt.Reason));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(data.Path, "*", SearchOption.AllDirectories), path => Path.GetFileName(path) != "plugin-packages");
    }

    public void Dispose() => data.Dispose();
}
