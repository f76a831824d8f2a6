using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Monolith.Plugins.Http;

namespace Monolith.Plugins.Tests.Http;

/// <summary>With a server that the checks start: this assembly as a program, see <see cref="Program"/>.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly TestWorkspace workspace = new();

    public ServeTests() => Directory.CreateDirectory(workspace.At("app"));

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Check_Served_StartsChecksAndKillsTheTree()
    {
        var context = Context("serve", new { url = "http://127.0.0.1:{port}/x", expect = new { bodyContains = "/x at {port}" } });

        var result = (await Stage.RunAsync(new HttpAgent(), context)).Succeeded(context);

        Assert.Equal(1, result.Metrics["checks.passed"]);
        AssertGone(await File.ReadAllTextAsync(workspace.At("app", "pids")));
    }

    [Fact]
    public async Task Check_ProgramEndsEarly_FailsAtOnceWithItsLastLines()
    {
        var context = Context("break", new { url = "http://127.0.0.1:{port}/" }, readyWithin: "4m");

        var error = (await Stage.RunAsync(new HttpAgent(), context)).FailedWith("TASK_EXECUTION_FAILED");

        error.Says("exit code 3 before it was ready");
        error.Says("no database");
    }

    [Fact]
    public async Task Check_ProgramDiesDuringChecks_SaysSo()
    {
        var context = Context("serve", new { url = "http://127.0.0.1:{port}/die" });

        var result = await Stage.RunAsync(new HttpAgent(), context);

        result.FailedWith("TASK_EXECUTION_FAILED").Says("exit code 137 during the checks");
        Assert.Equal(1, result.Metrics["checks.failed"]);
    }

    [Fact]
    public async Task Check_ProgramNeverReady_TimesOutAndIsKilled()
    {
        var context = Context("ignore", new { url = "http://127.0.0.1:{port}/" }, readyWithin: "1s");

        (await Stage.RunAsync(new HttpAgent(), context)).FailedWith("TASK_TIMEOUT");

        AssertGone(await File.ReadAllTextAsync(workspace.At("app", "pids")));
    }

    [Fact]
    public async Task Check_Cancelled_KillsTheProgram()
    {
        using var stop = new CancellationTokenSource();
        await using var other = await WebServer.StartAsync(async http =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var checking = new HttpAgent().ExecuteAsync(Context("serve", new { url = other.Url }), stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => checking.WaitAsync(TimeSpan.FromMinutes(1)));

        AssertGone(await File.ReadAllTextAsync(workspace.At("app", "pids")));
    }

    [Fact]
    public async Task Check_ServedOutsideTheWorkspace_Refused()
    {
        var context = Context("serve", new { url = "http://127.0.0.1:{port}/" }, folder: "../");

        (await Stage.RunAsync(new HttpAgent(), context)).FailedWith("WORKSPACE_ERROR");

        Assert.Empty(context.RealPrograms.Started);
    }

    private TestContext Context(string mode, object check, string readyWithin = "1m", string folder = "app") => new()
    {
        Action = "check",
        Workspace = workspace.Folder,
        Parameters = JsonSerializer.SerializeToElement(new
        {
            serve = new
            {
                command = "dotnet",
                arguments = new[] { typeof(Program).Assembly.Location, mode, "{port}" },
                workingFolder = folder,
                environment = new { GREETING = "at {port}" },
                readyUrl = "http://127.0.0.1:{port}/ready",
                readyWithin,
            },
            checks = new[] { check },
        }),
    };

    private static void AssertGone(string ids)
    {
        foreach (var id in ids.Split(' '))
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
