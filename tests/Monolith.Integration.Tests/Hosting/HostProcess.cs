using System.Diagnostics;
using System.Text;

namespace Monolith.Integration.Tests.Hosting;

/// <summary>The real host as a process, as its user starts it, on a data folder and a free port.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Among the settings: file permissions count even when the tests are run by root.</summary>
    public static readonly (string Name, string Value) Unprivileged = ("MONOLITH_TEST_UNPRIVILEGED", "1");

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<string> up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<string>? hears;

    private HostProcess(Process process, Action<string>? hears)
    {
        this.process = process;
        this.hears = hears;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    public HttpClient Http { get; private set; } = null!;

    public int ProcessId => process.Id;

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Starts a host and waits until it says where it is.</summary>
    public static async Task<HostProcess> StartAsync(string dataFolder, params (string Name, string Value)[] settings)
    {
        var host = Launch(dataFolder, [], settings);
        var first = await Task.WhenAny(host.up.Task, host.process.WaitForExitAsync()).WaitAsync(Patience);
        if (first != host.up.Task)
            throw new InvalidOperationException($"The host ended with {host.process.ExitCode}:\n{host.Output}");
        host.Http = new HttpClient { BaseAddress = new Uri(await host.up.Task), Timeout = TimeSpan.FromMinutes(4) };
        return host;
    }

    /// <summary>Runs the host's program to its end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(
        string dataFolder, string[] arguments, params (string Name, string Value)[] settings) =>
        RunAsync(dataFolder, arguments, hears: null, settings);

    /// <summary>Runs the host's program to its end, and hears each line that it says.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string dataFolder, string[] arguments, Action<string>? hears, params (string Name, string Value)[] settings)
    {
        await using var host = Launch(dataFolder, arguments, settings, hears);
        await host.process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(8));
        return (host.process.ExitCode, host.Output);
    }

    /// <summary>Runs the host's program until it has said something, then stops it as an operator does.</summary>
    public static async Task<(int ExitCode, string Output)> RunUntilAsync(string dataFolder, string[] arguments, string said)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = Launch(dataFolder, arguments, [], line => _ = line.Contains(said, StringComparison.Ordinal) && heard.TrySetResult());
        await heard.Task.WaitAsync(Patience);
        return (await host.StopAsync(), host.Output);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>SIGTERM, as an operator stops it.</summary>
    public async Task<int> StopAsync()
    {
        Signals.Send("TERM", process.Id);
        return await ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (!process.HasExited)
            await StopAsync();
        process.Dispose();
    }

    private static HostProcess Launch(string dataFolder, string[] arguments, (string Name, string Value)[] settings, Action<string>? hears = null)
    {
        // Root reads what nobody may read; a test of that takes the right away.
        string[] words = [.. Under(settings), "dotnet", Built.HostAssembly, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["Storage__DataDirectory"] = dataFolder;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        // A host of a test ends before it pays to compile anything twice: a quarter of its processor time. In hexadecimal, milliseconds.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "FFFFF";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        var host = new HostProcess(process, hears);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return host;
    }

    private static string[] Under((string Name, string Value)[] settings) =>
        settings.Contains(Unprivileged) && Environment.IsPrivilegedProcess
            ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]
            : [];

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        hears?.Invoke(line);
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["API", var address])
            up.TrySetResult(new Uri(address).GetLeftPart(UriPartial.Authority));
    }
}
