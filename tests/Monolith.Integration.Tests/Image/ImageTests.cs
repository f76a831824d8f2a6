using System.Diagnostics;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Image;

/// <summary>Needs root, podman, runc and, for base images that are not there yet, debootstrap.</summary>
[Trait("Length", "Long")]
public sealed class ImageTests
{
    private const string Limits = "--ulimit nofile=1024:1024 --ulimit nproc=1000:1000";
    private const string Packages = "-v /root/.nuget/packages:/root/.nuget/packages -v /etc/ssl/certs:/etc/ssl/certs:ro";

    private static readonly string Root = Path.GetFullPath(Path.Combine(Built.Observability, "../.."));

    [Fact]
    public async Task Run_AsNobodyOnAReadOnlyRoot_IsReadyAndKeepsWhatTheImagePromises()
    {
        await ShellAsync("podman image exists localhost/monolith-aspnet || build/image/base-from-debian");
        await ShellAsync("dotnet tool restore && dotnet cake --target Image --sdk-image=localhost/monolith-sdk --runtime-image=localhost/monolith-aspnet "
            + $"--tag=localhost/monolith-test:latest --engine-options='--runtime runc' --build-options='--network=host {Limits} {Packages}'");

        Assert.EndsWith("passed\n", await ShellAsync("build/image/check localhost/monolith-test:latest"), StringComparison.Ordinal);
    }

    private static async Task<string> ShellAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"exec 2>&1; {command}"]) { RedirectStandardOutput = true, WorkingDirectory = Root };
        (start.Environment["PODMAN"], start.Environment["RUN_OPTIONS"]) = ("podman --runtime runc", Limits);
        start.Environment["BUILD_OPTIONS"] = $"--network=host {Limits}";
        (start.Environment["PORT"], start.Environment["POSTGRES_PORT"]) = ($"{FreePort.Find()}", $"{FreePort.Find()}");
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, output);
        return output;
    }
}
