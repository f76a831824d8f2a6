using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Programs;

public sealed class ProgramRunnerTests
{
    [Fact]
    public async Task Run_Program_GivesExitCodeAndBothOutputs()
    {
        using var call = new Call();

        var result = await call.ProgramAsync(Shell("echo out; echo err >&2; exit 3"));

        Assert.Equal((3, "out\n", "err\n"), (result.ExitCode, result.StandardOutput, result.StandardError));
        Assert.Equal(["err", "out"], call.Lines.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_OnLine_HearsEachLineAlsoAfterAFault(bool logs)
    {
        using var call = new Call();
        var heard = new System.Collections.Concurrent.ConcurrentQueue<string>();

        await call.ProgramAsync(Shell("echo one; echo two; echo three >&2") with { LogOutput = logs, OnLine = Hear });

        Assert.Equal(["one", "three", "two"], heard.Order());
        Assert.Equal(logs ? 3 : 0, call.Lines.Count);

        void Hear(string line)
        {
            heard.Enqueue(line);
            throw new InvalidOperationException("A fault of the agent's own.");
        }
    }

    [Fact]
    public async Task Run_ProgramEndedByASignal_Gives128PlusSignal()
    {
        using var call = new Call();

        Assert.Equal(128 + 15, (await call.ProgramAsync(Shell("kill -TERM $$"))).ExitCode);
    }

    [Fact]
    public async Task Run_Arguments_ArriveAsTheyAre()
    {
        using var call = new Call();

        var result = await call.ProgramAsync(new("printf", "%s|", "a b", "", "$HOME", "\"q\"", "'", "*", "ü\n"));

        Assert.Equal("a b||$HOME|\"q\"|'|*|ü\n|", result.StandardOutput);
    }

    [Fact]
    public async Task Run_StandardInput_ArrivesAndEnds()
    {
        using var call = new Call();
        var text = string.Concat(Enumerable.Repeat("0123456789", 100_000));

        var withInput = await call.ProgramAsync(new("wc", "-c") { StandardInput = text });
        var without = await call.ProgramAsync(new("wc", "-c"));

        Assert.Equal(("1000000", "0"), (withInput.StandardOutput.Trim(), without.StandardOutput.Trim()));
    }

    [Fact]
    public async Task Run_ProgramThatDoesNotReadItsInput_Ends()
    {
        using var call = new Call();

        Assert.Equal(0, (await call.ProgramAsync(new("true") { StandardInput = new string('x', 1_000_000) })).ExitCode);
    }

    [Fact]
    public async Task Run_Lines_ArriveBeforeTheProgramEnds()
    {
        using var call = new Call();
        var release = Path.Combine(call.Workspace.Path, "release");

        var running = call.ProgramAsync(Shell("echo first; while [ ! -e release ]; do sleep 0.05; done; echo last"));
        await call.SeesAsync("first");
        Assert.False(running.IsCompleted);
        await File.WriteAllTextAsync(release, "");

        Assert.Equal("first\nlast\n", (await running).StandardOutput);
    }

    [Fact]
    public async Task Run_LogOutputOff_WritesNoLine()
    {
        using var call = new Call();

        var result = await call.ProgramAsync(Shell("echo quiet") with { LogOutput = false });

        Assert.Equal("quiet\n", result.StandardOutput);
        Assert.Empty(call.Lines);
    }

    [Fact]
    public async Task Run_ProgressWithCarriageReturns_BecomesLines()
    {
        using var call = new Call();

        await call.ProgramAsync(new("printf", "10%%\\r20%%\\r\\nend"));

        Assert.Equal(["10%", "20%", "end"], call.Lines);
    }

    [Fact]
    public async Task Run_SecretInOutput_IsMaskedInTheLog()
    {
        using var call = new Call();
        call.Secrets["token"] = "s3cret-token";

        await call.ProgramAsync(new("echo", "token s3cret-token"));

        Assert.Equal(["token ***"], call.Lines);
    }

    [Fact]
    public async Task Run_EndlessLine_IsCutInTheLogAndCapturedToTheLast4MiB()
    {
        using var call = new Call();

        var result = await call.ProgramAsync(Shell("head -c 9000000 /dev/zero | tr '\\0' a; echo END"));

        Assert.Equal(4 * 1024 * 1024, result.StandardOutput.Length);
        Assert.EndsWith("aEND\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.EndsWith($" … ({9_000_003 - 16 * 1024} more characters)", Assert.Single(call.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_GrandchildThatKeepsThePipe_DoesNotHoldTheResult()
    {
        using var call = new Call();

        var result = await call.ProgramAsync(Shell("sleep 1000 & echo done"));

        Assert.Equal((0, "done\n"), (result.ExitCode, result.StandardOutput));
        await call.KillLeftoversAsync();
    }

    [Fact]
    public async Task Run_InATrace_PassesItOn()
    {
        using var call = new Call { TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" };

        var result = await call.ProgramAsync(Shell("echo $TRACEPARENT"));

        Assert.Equal(call.TraceParent, result.StandardOutput.Trim());
    }

    [Theory]
    [InlineData("no-such-program-at-all", "'no-such-program-at-all' is not on PATH")]
    [InlineData("./no-such-file", "cannot be started")]
    [InlineData("./text.txt", "cannot be started")]
    [InlineData("", "has no name")]
    public async Task Run_ProgramThatCannotStart_SaysWhy(string program, string reason)
    {
        using var call = new Call();
        call.Workspace.File("text.txt", "text");

        var thrown = await Assert.ThrowsAsync<ProgramStartException>(() => call.ProgramAsync(new(program)));

        Assert.Contains(reason, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ArgumentWithNul_IsRefused()
    {
        using var call = new Call();

        await Assert.ThrowsAsync<ProgramStartException>(() => call.ProgramAsync(new("echo", "a\0b")));
    }

    [Fact]
    public async Task Run_RelativePath_IsTakenFromTheWorkingFolder()
    {
        using var call = new Call();
        call.Workspace.Script("tools/say.sh", "pwd");

        var result = await call.ProgramAsync(new("./say.sh") { WorkingFolder = "tools" });

        Assert.EndsWith("/tools", result.StandardOutput.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_Program_RunsBesideTheAgentUntilDisposed()
    {
        using var call = new Call();

        var result = await call.WithProgramsAsync(async programs =>
        {
            var serving = programs.Start(Shell("echo up; exec sleep 1000"));
            await call.SeesAsync("up");
            Assert.False(serving.Exited.IsCompleted);
            await serving.DisposeAsync();
            return await serving.Exited;
        });

        Assert.Equal(128 + 9, result.ExitCode);
    }

    private static ProgramSpec Shell(string script) => new("sh", "-c", script);
}
