using System.Diagnostics;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sandbox.Containers;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

/// <summary>An image with busybox and nothing else, in a storage of its own.</summary>
public sealed class TestImage : IDisposable
{
    private const string Image = "localhost/monolith-sandbox-test";

    private readonly TempFolder folder = new();

    public TestImage()
    {
        var tools = folder.Sub("context/bin");
        File.Copy("/bin/busybox", Path.Combine(tools, "busybox"));
        using var listed = Process.Start(new ProcessStartInfo("/bin/busybox", "--list") { RedirectStandardOutput = true })!;
        foreach (var tool in listed.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(tool => tool != "busybox"))
            File.CreateSymbolicLink(Path.Combine(tools, tool), "busybox");
        folder.File("context/Dockerfile", "FROM scratch\nCOPY bin /bin\n");
        var built = Engine.Ask("build", "--tag", Image, Path.Combine(folder.Path, "context"));
        Assert.True(built.IsSuccess, built.Error);
    }

    internal ContainerEngine Engine => new("/usr/bin/podman", Options.Container.EngineArguments);

    internal SandboxOptions Options => new()
    {
        Mode = SandboxMode.Container,
        Container =
        {
            Image = Image,
            EngineArguments =
            {
                "--root", Path.Combine(folder.Path, "images"), "--runroot", Path.Combine(folder.Path, "run"), "--storage-driver", "vfs", "--runtime", "runc",
            },
        },
    };

    /// <summary>The ids of the containers of a run, running or not.</summary>
    internal string Of(Call call) => Engine.Ask("ps", "--all", "--quiet", "--filter", $"label=MONOLITH_RUN={call.RunId}").Output;

    public void Dispose()
    {
        Engine.Ask("rm", "--all", "--force");
        folder.Dispose();
    }
}
