using System.Text.Json.Nodes;
using Monolith.Plugins.Command;

namespace Monolith.Plugins.Tests.Command;

public sealed class RunActionTests : IDisposable
{
    private readonly TestWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Run_Command_PassesArgumentsAsTheyAre()
    {
        var context = Context("""{ "command": "printf", "arguments": ["%s|", "a b", "$HOME", ";", 3, true] }""");

        var result = await Stage.RunAsync(new CommandAgent(), context);

        Assert.Equal(0, (int)result.Succeeded(context).Outputs["exitCode"]!);
        Assert.Equal("a b|$HOME|;|3|true|", context.Lines.Text);
    }

    [Fact]
    public async Task Run_Script_StopsAtFirstFailingLine()
    {
        var context = Context("""{ "script": "echo one\nfalse\necho two" }""");

        var error = (await Stage.RunAsync(new CommandAgent(), context)).FailedWith("TASK_EXECUTION_FAILED");

        error.Says("exit code 1");
        Assert.Equal("one", context.Lines.Text);
        Assert.False(error.Retryable);
    }

    [Fact]
    public async Task Run_BashScript_FailsWithItsPipe()
    {
        var context = Context("""{ "shell": "bash", "script": "false | cat" }""");

        (await Stage.RunAsync(new CommandAgent(), context)).FailedWith("TASK_EXECUTION_FAILED");
    }

    [Theory]
    [InlineData("[3]", true)]
    [InlineData("[0, 3]", true)]
    [InlineData("[0]", false)]
    public async Task Run_ExitCode_AcceptedOnlyWhenListed(string exitCodes, bool accepted)
    {
        var context = Context($$"""{ "script": "echo why >&2; exit 3", "exitCodes": {{exitCodes}} }""");

        var result = await Stage.RunAsync(new CommandAgent(), context);

        if (accepted)
        {
            Assert.Equal(3, (int)result.Succeeded().Outputs["exitCode"]!);
        }
        else
        {
            Assert.Contains("exit code 3, accepted is 0. Its last lines:\nwhy", result.Error!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Run_InputFolderAndEnvironment_Given()
    {
        Directory.CreateDirectory(workspace.At("sub"));
        var context = new TestContext
        {
            Action = "run",
            Workspace = workspace.Folder,
            Environment = new Dictionary<string, string> { ["FROM_STAGE"] = "stage", ["BOTH"] = "stage" },
            Parameters = Stage.Json("""
                {
                  "script": "cat; basename \"$PWD\"; echo $FROM_STAGE $BOTH $PORT $MONOLITH_RUN_ID $MONOLITH_ATTEMPT",
                  "stdin": "typed\n", "workingFolder": "sub", "environment": { "BOTH": "parameter", "PORT": 8080 }
                }
                """),
        };

        (await Stage.RunAsync(new CommandAgent(), context)).Succeeded(context);

        Assert.Equal($"typed\nsub\nstage parameter 8080 {context.RunId} 1", context.Lines.Text);
    }

    [Fact]
    public async Task Run_ReportedFiles_BecomeOutputsAndMetrics()
    {
        workspace.Write("outputs", """{ "version": "1.2", "files": ["a"] }""");
        workspace.Write("metrics", """{ "size": { "kb": 12.5, "deep": { "n": -3 } }, "ok": true, "bad": false }""");
        var context = Context("""{ "script": "cp outputs $MONOLITH_OUTPUT; cp metrics $MONOLITH_METRICS" }""");

        var result = (await Stage.RunAsync(new CommandAgent(), context)).Succeeded(context);

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "version": "1.2", "files": ["a"], "exitCode": 0 }"""), result.Outputs));
        Assert.Equal(
            new Dictionary<string, double> { ["size.kb"] = 12.5, ["size.deep.n"] = -3, ["ok"] = 1, ["bad"] = 0 }, result.Metrics);
    }

    [Fact]
    public async Task Run_ProgramFails_MetricsAreKept()
    {
        var context = Context("""{ "script": "echo '{\"found\": 4}' > $MONOLITH_METRICS; exit 1" }""");

        var result = await Stage.RunAsync(new CommandAgent(), context);

        result.FailedWith("TASK_EXECUTION_FAILED");
        Assert.Equal(4, result.Metrics["found"]);
    }

    [Theory]
    [InlineData("""{"a": {"b": "12"}}""", "'a.b'")]
    [InlineData("""{"a": null}""", "'a'")]
    [InlineData("""{"a": [1]}""", "'a'")]
    [InlineData("""{"a": 1e999}""", "'a'")]
    [InlineData("""{"a.b": 1, "a": {"b": 2}}""", "'a.b'")]
    [InlineData("""{"a": 1, "a": 2}""", "no valid JSON")]
    [InlineData("""[1]""", "JSON object")]
    [InlineData("""{"a": 1""", "no valid JSON")]
    public async Task Run_BadMetrics_FailNamingTheKey(string metrics, string named)
    {
        workspace.Write("metrics", metrics);
        var context = Context("""{ "script": "cp metrics $MONOLITH_METRICS" }""");

        var error = (await Stage.RunAsync(new CommandAgent(), context)).FailedWith("TASK_EXECUTION_FAILED");

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        error.Says("MONOLITH_METRICS");
    }

    [Theory]
    [InlineData("head -c 262145 /dev/zero > $MONOLITH_OUTPUT", "262145 bytes")]
    [InlineData("ln -s /etc/passwd $MONOLITH_OUTPUT", "plain file")]
    [InlineData("mkdir $MONOLITH_OUTPUT", "plain file")]
    [InlineData("echo '{\"exitCode\": 1}' > $MONOLITH_OUTPUT", "'exitCode'")]
    [InlineData("echo '[]' > $MONOLITH_OUTPUT", "JSON object")]
    public async Task Run_BadOutputFile_FailsSayingWhy(string script, string why)
    {
        var context = Context($$"""{ "script": {{JsonValue.Create(script)!.ToJsonString()}} }""");

        var error = (await Stage.RunAsync(new CommandAgent(), context)).FailedWith("TASK_EXECUTION_FAILED");

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mkfifo $MONOLITH_OUTPUT")]
    [InlineData(": > $MONOLITH_OUTPUT")]
    public async Task Run_OutputPipeOrEmptyFile_CountsAsNone(string script)
    {
        var context = Context($$"""{ "script": "{{script}}" }""");

        var result = (await Stage.RunAsync(new CommandAgent(), context)).Succeeded(context);

        Assert.Equal(["exitCode"], result.Outputs.Select(output => output.Key));
    }

    [Fact]
    public async Task Run_Again_ForgetsWhatTheLastExecutionWrote()
    {
        var writing = Context("""{ "script": "echo '{\"a\": 1}' | tee $MONOLITH_OUTPUT > $MONOLITH_METRICS" }""");
        Assert.NotEmpty((await Stage.RunAsync(new CommandAgent(), writing)).Succeeded().Metrics);

        var again = (await Stage.RunAsync(new CommandAgent(), Context("""{ "command": "true" }"""))).Succeeded();

        Assert.Empty(again.Metrics);
        Assert.False(again.Outputs.ContainsKey("a"));
    }

    [Fact]
    public async Task Run_PrivateFolderIsLinkToOutside_NothingIsWrittenThere()
    {
        var outside = Directory.CreateDirectory(Path.Combine(workspace.Outside, "victim", "command", "stage")).FullName;
        File.WriteAllText(Path.Combine(outside, "kept"), "");
        Directory.CreateSymbolicLink(workspace.At(".monolith"), Path.Combine(workspace.Outside, "victim"));

        (await Stage.RunAsync(new CommandAgent(), Context("""{ "script": "echo '{}' > $MONOLITH_OUTPUT" }"""))).Succeeded();

        Assert.Equal(["kept"], Directory.GetFileSystemEntries(outside).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("../")]
    [InlineData("/etc")]
    [InlineData("link")]
    [InlineData("missing")]
    public async Task Run_WorkingFolderNotInWorkspace_Refused(string folder)
    {
        Directory.CreateSymbolicLink(workspace.At("link"), "/etc");

        var result = await Stage.RunAsync(
            new CommandAgent(), Context($$"""{ "command": "touch", "arguments": ["x"], "workingFolder": "{{folder}}" }"""));

        result.FailedWith("WORKSPACE_ERROR");
    }

    [Fact]
    public async Task Run_UnknownProgram_IsMissingResource()
    {
        var result = await Stage.RunAsync(new CommandAgent(), Context("""{ "command": "no-such-program-here" }"""));

        result.FailedWith("INSUFFICIENT_RESOURCES").Says("no-such-program-here");
    }

    [Fact]
    public async Task Run_DeclaredSecret_IsInEnvironmentOnly()
    {
        var context = new TestContext
        {
            Action = "run",
            Workspace = workspace.Folder,
            KnownSecrets = new Dictionary<string, string> { ["registry"] = "s3cret" },
            Parameters = Stage.Json("""{ "script": "test \"$TOKEN\" = s3cret", "secretEnvironment": { "TOKEN": "registry" } }"""),
        };

        (await Stage.RunAsync(new CommandAgent(), context)).Succeeded(context);
    }

    [Fact]
    public async Task Run_UndeclaredSecret_FailsNamingIt()
    {
        var context = Context("""{ "command": "true", "secretEnvironment": { "TOKEN": "registry" } }""");

        (await Stage.RunAsync(new CommandAgent(), context)).FailedWith("TASK_VALIDATION_FAILED").Says("'registry'");
    }

    [Theory]
    [InlineData("""{ }""")]
    [InlineData("""{ "command": "a", "script": "b" }""")]
    [InlineData("""{ "command": "a", "shell": "zsh" }""")]
    [InlineData("""{ "command": "a", "unknown": 1 }""")]
    [InlineData("""{ "command": "a", "arguments": "b" }""")]
    [InlineData("""{ "command": "a", "exitCodes": [] }""")]
    public async Task Schema_BadParameters_Refused(string parameters) =>
        Assert.NotEmpty(await Stage.FaultsAsync(new CommandAgent(), "run", parameters));

    [Fact]
    public async Task Execute_UnknownAction_Refused()
    {
        var context = new TestContext { Action = "fly", Workspace = workspace.Folder, Parameters = Stage.Json("{}") };

        (await Stage.RunUncheckedAsync(new CommandAgent(), context)).FailedWith("TASK_VALIDATION_FAILED");
    }

    [Fact]
    public async Task Run_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        var running = new CommandAgent().ExecuteAsync(Context("""{ "command": "sleep", "arguments": ["1000"] }"""), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private TestContext Context(string parameters) =>
        new() { Action = "run", Workspace = workspace.Folder, Parameters = Stage.Json(parameters) };
}
