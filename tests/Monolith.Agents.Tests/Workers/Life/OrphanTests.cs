using System.Diagnostics;
using System.Net.Sockets;
using Monolith.Agents.Sandbox.Hosts;
using Monolith.Agents.Tests.Support;
using Monolith.Agents.Workers.Life;

namespace Monolith.Agents.Tests.Workers.Life;

public sealed class OrphanTests
{
    [Fact]
    public async Task Worker_WhoseHostIsGone_Ends()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "socket");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        using var worker = Process.Start(HostProxy.DotNet, [Path.Combine(AppContext.BaseDirectory, "Monolith.Agents.Worker.dll"), path]);

        (await listener.AcceptAsync().WaitAsync(Safety.Limit)).Dispose();

        await worker.WaitForExitAsync().WaitAsync(Safety.Limit);
    }

    [Fact]
    public async Task Start_WorkersOfAHostThatDiedOnThisDataFolder_AreKilled()
    {
        await using var host = new AgentHost();
        var copies = Path.GetFullPath(Path.Combine(host.Dropped, "..", "loaded-plugins"));
        using var orphan = Sleeping($"{copies}/abc/some#{Environment.ProcessId}-0-0123");
        using var others = Sleeping($"{copies}-other/abc/some#{Environment.ProcessId}-0-0123");
        using var served = Sleeping(WorkerMarks.New($"{copies}/abc/some"));

        await host.StartAsync();

        await orphan.WaitForExitAsync().WaitAsync(Safety.Limit);
        Assert.False(others.HasExited);
        Assert.False(served.HasExited);
        others.Kill();
        served.Kill();
    }

    [Fact]
    public async Task Stop_HostWithAWorker_DisposesItsAgentsAndEndsIt()
    {
        var host = new AgentHost();
        host.Settings["Plugins:Isolation"] = "Process";
        PluginFixtures.PluginFixture.Copy("Outside", host.Dropped);
        await host.StartAsync();
        using var call = new Call();
        var result = await host.Invoker.InvokeAsync(call.Of("outside", "tell"), CancellationToken.None).WaitAsync(Safety.Limit);

        await host.DisposeAsync();

        Assert.Contains("Information Worker of plugin Outside: disposed", host.Logs.Lines);
        Assert.False(Directory.Exists($"/proc/{(int)result.Outputs["process"]!}"));
    }

    private static Process Sleeping(string mark) => Process.Start(new ProcessStartInfo("sleep", ["600"]) { Environment = { ["MONOLITH_WORKER"] = mark } })!;
}
