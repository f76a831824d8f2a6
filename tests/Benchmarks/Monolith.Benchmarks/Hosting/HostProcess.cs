using System.Diagnostics;
using System.Globalization;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Hosting;

/// <summary>The real host as a process with its usual settings, on a database of the shared server.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process, string connectionString)
    {
        (this.process, ConnectionString) = (process, connectionString);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Bench.Say(line.Data ?? "");
    }

    public string ConnectionString { get; }

    public Uri Address { get; private set; } = null!;

    public static async Task<HostProcess> StartAsync(Bench bench, string name)
    {
        var connection = await bench.Postgres.CreateDatabaseAsync(name);
        var start = new ProcessStartInfo("dotnet", [Built.HostAssembly]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Storage__DataDirectory"] = bench.Folder.ForHost(Path.GetRandomFileName());
        start.Environment["ConnectionStrings__Postgres"] = connection;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var host = new HostProcess(new Process { StartInfo = start }, connection);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        host.Address = await host.up.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return host;
    }

    /// <param name="line">VmRSS for now, VmHWM for the most so far.</param>
    /// <returns>Megabytes.</returns>
    public double Memory(string line = "VmRSS") => double.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(found => found.StartsWith(line, StringComparison.Ordinal))
            .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    public async ValueTask DisposeAsync()
    {
        using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["API", var address])
            up.TrySetResult(new Uri(new Uri(address).GetLeftPart(UriPartial.Authority)));
    }
}
