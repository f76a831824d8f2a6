using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Monolith.Plugins.CodingCli;

namespace Monolith.Plugins.Tests.CodingCli;

/// <summary>A shell script stands for the coding agent; all else is real.</summary>
public sealed class RunActionTests : IDisposable
{
    private readonly TestWorkspace workspace = new();

    public RunActionTests()
    {
        workspace.Write("source/src/a.txt", "a\n");
        workspace.Write("source/docs/b.txt", "b\n");
        RealGit.Make(workspace.At("source"));
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Run_Changes_AreTakenOverAndKeptAsAPatch()
    {
        var (result, _) = await RunAsync("""cat > src/new.txt; echo changed > src/a.txt; rm docs/b.txt; echo working""", """ "prompt": "Write it down." """);

        result.Succeeded();
        Assert.Equal("Write it down.", await File.ReadAllTextAsync(workspace.At("source/src/new.txt")));
        Assert.Equal("changed\n", await File.ReadAllTextAsync(workspace.At("source/src/a.txt")));
        Assert.False(File.Exists(workspace.At("source/docs/b.txt")));
        Assert.Equal(["docs/b.txt", "src/a.txt", "src/new.txt"], Changed(result));
        Assert.Equal(3, result.Metrics["changes.files"]);
        var patch = await File.ReadAllTextAsync(workspace.At(Assert.Single(result.Artifacts).Path));
        Assert.Contains("+changed", patch, StringComparison.Ordinal);
        Assert.Contains("deleted file", patch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Patch_AppliesToTheOriginal()
    {
        var before = Directory.CreateDirectory(workspace.At("before")).FullName;
        workspace.Write("before/src/a.txt", "a\n");
        workspace.Write("before/docs/b.txt", "b\n");
        var (result, context) = await RunAsync("""printf '\000\001' > src/binary; echo changed > src/a.txt""");

        var patch = workspace.At(Assert.Single(result.Succeeded().Artifacts).Path);
        var applied = await context.Programs.RunAsync(new ProgramSpec("git", "apply", patch) { WorkingFolder = "before" }, CancellationToken.None);

        Assert.True(applied.ExitCode == 0, applied.StandardError);
        Assert.Equal("changed\n", await File.ReadAllTextAsync(Path.Combine(before, "src/a.txt")));
        Assert.Equal(2, new FileInfo(Path.Combine(before, "src/binary")).Length);
    }

    [Theory]
    [InlineData("""echo x > docs/b.txt""", """ "mayTouch": ["src/**"] """, "docs/b.txt")]
    [InlineData("""echo x > src/secret.key""", """ "mustNotTouch": ["**/*.key"] """, "src/secret.key")]
    [InlineData("""echo x > .env""", """ "mayTouch": ["src/**"] """, ".env")]
    [InlineData("""echo 'x' > .git/hooks/post-checkout""", """ "mayTouch": ["**"] """, ".git/hooks/post-checkout")]
    [InlineData("""ln -s /etc/passwd docs/link""", """ "mayTouch": ["src/**"] """, "docs/link")]
    [InlineData("""chmod +x docs/b.txt""", """ "mayTouch": ["src/**"] """, "docs/b.txt")]
    [InlineData("""mkdir -p vendor/.git && echo x > vendor/.git/config""", """ "mayTouch": ["**"] """, "vendor/.git/config")]
    public async Task Run_TouchesWhatItMustNot_FailsAndTakesNothing(string script, string rules, string named)
    {
        var (result, _) = await RunAsync($"echo changed > src/a.txt; {script}", rules);

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says(named);
        Assert.Equal("a\n", await File.ReadAllTextAsync(workspace.At("source/src/a.txt")));
        Assert.Equal("b\n", await File.ReadAllTextAsync(workspace.At("source/docs/b.txt")));
        Assert.False(File.Exists(workspace.At("source/.git/hooks/post-checkout")));
        Assert.NotEmpty(result.Artifacts);
    }

    [Fact]
    public async Task Run_CommitsOfItsOwn_AreNotTakenOver()
    {
        var head = await HeadAsync();

        var (result, _) = await RunAsync("""echo x > src/a.txt && git -c user.name=x -c user.email=x@x commit -qam x""");

        result.Succeeded();
        Assert.Equal(head, await HeadAsync());
        Assert.Equal("x\n", await File.ReadAllTextAsync(workspace.At("source/src/a.txt")));
    }

    [Fact]
    public async Task Run_TooManyFiles_Fails()
    {
        var (result, _) = await RunAsync("for i in 1 2 3; do echo x > src/$i; done", """ "maxChangedFiles": 2 """);

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("3 files, 2 at most");
    }

    [Fact]
    public async Task Run_ChangesNothing_FailsUnlessAllowed()
    {
        (await RunAsync("true")).Result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("changed nothing");
        (await RunAsync("true", """ "requireChanges": false """)).Result.Succeeded();
    }

    [Fact]
    public async Task Run_ExitCode_FailsWithWhatItSaidLast()
    {
        var (result, _) = await RunAsync("echo changed > src/a.txt; echo no credit >&2; exit 3");

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("exit code 3").Says("no credit");
        Assert.Equal("a\n", await File.ReadAllTextAsync(workspace.At("source/src/a.txt")));
    }

    [Fact]
    public async Task Run_CostsTooMuch_IsKilledAtOnce()
    {
        var (result, context) = await RunAsync(
            "echo 'cost so far: $0.40'; echo 'cost so far: $2.10'; sleep 600", """ "cost": { "pattern": "cost so far: \\$([0-9.]+)", "max": 2 } """);

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("2.1").Says("more than the 2");
        Assert.Equal(2.1, result.Metrics["cost"]);
        Assert.Contains("cost so far: $0.40", context.Lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TakesTooLong_IsKilled()
    {
        var time = new FakeTimeProvider();
        var context = Context("echo begun; sleep 600", """ "timeout": "5m" """, time);
        var running = Stage.RunAsync(new CodingCliAgent(), context);
        await context.Lines.SawAsync("begun");

        time.Advance(TimeSpan.FromMinutes(6));

        (await running).FailedWith(AgentErrorCodes.TaskTimeout).Says("5m");
    }

    [Fact]
    public async Task Run_PromptInArguments_IsNotOnStandardInput()
    {
        workspace.Write("cli.sh", """[ "$1" = "Do it" ] && [ "$(cat "$2")" = "Do it" ] && [ -z "$(cat)" ] && echo fine > src/a.txt""");

        var result = await Stage.RunAsync(new CodingCliAgent(), Context("", """ "command": ["sh", "../../../../cli.sh", "{prompt}", "{promptFile}"], "prompt": "Do it" """, TimeProvider.System));

        result.Succeeded();
    }

    [Fact]
    public async Task Run_HostDiedBetweenTheRenames_FindsTheFolderAgain()
    {
        Directory.CreateDirectory(workspace.At(".monolith/coding-cli/stage"));
        Directory.Move(workspace.At("source"), workspace.At(".monolith/coding-cli/stage/replaced"));

        var (result, _) = await RunAsync("echo x > src/a.txt");

        Assert.Equal(["src/a.txt"], Changed(result.Succeeded()));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("../elsewhere")]
    [InlineData(".monolith")]
    [InlineData("missing")]
    public async Task Run_PathThatIsNoFolderOfItsOwn_Fails(string path) =>
        (await RunAsync("true", $$""" "path": "{{path}}" """)).Result.FailedWith(AgentErrorCodes.WorkspaceError);

    [Fact]
    public async Task Run_PatternWithoutGroup_IsRefused() =>
        (await RunAsync("true", """ "cost": { "pattern": "abc" } """)).Result.FailedWith(AgentErrorCodes.TaskValidationFailed).Says("cost.pattern");

    private async Task<(AgentResult Result, TestContext Context)> RunAsync(string script, string more = "")
    {
        var context = Context(script, more, TimeProvider.System);
        return (await Stage.RunAsync(new CodingCliAgent(), context), context);
    }

    private TestContext Context(string script, string more, TimeProvider time)
    {
        var parameters = JsonNode.Parse($"{{ {more} }}")!.AsObject();
        parameters.TryAdd("command", new JsonArray("sh", "-c", script));
        parameters.TryAdd("prompt", "Do it.");
        return new TestContext { Action = "run", Workspace = workspace.Folder, Parameters = Stage.Json(parameters.ToJsonString()), Time = time };
    }

    private async Task<string> HeadAsync()
    {
        var head = await Context("", "", TimeProvider.System).Programs.RunAsync(new ProgramSpec("git", "-C", "source", "rev-parse", "HEAD"), CancellationToken.None);
        return head.StandardOutput;
    }

    private static IEnumerable<string> Changed(AgentResult result) => result.Outputs["changed"]!.AsArray().Select(path => path!.GetValue<string>());
}
