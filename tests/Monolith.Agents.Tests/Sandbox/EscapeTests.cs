using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class EscapeTests : IAsyncLifetime
{
    private const string Canary = "canary-5f1c";

    private readonly TempFolder data = new();
    private readonly TempFolder hidden = new();
    private readonly TempFolder outside = new();
    private readonly TempFolder plugin = new();
    private readonly Process bystander = Process.Start(new ProcessStartInfo("sleep", "1000"))!;
    private readonly List<Socket> servers = [];
    private int port;

    public Task InitializeAsync()
    {
        foreach (var file in new[] { "secrets.txt", "workspaces/other/notes.txt", "artifacts/ab/abcd", "postgres/base/1" })
            Plant(data, file);
        Plant(hidden, "key.pem");
        Plant(outside, "file.txt");
        Plant(plugin, "agent.dll");
        var tcp = Serve(new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true }, new IPEndPoint(IPAddress.IPv6Any, 0));
        port = ((IPEndPoint)tcp.LocalEndPoint!).Port;
        Serve(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(Path.Combine(data.Path, "s")));
        Serve(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint("\0monolith-canary"));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        servers.ForEach(server => server.Dispose());
        bystander.Kill();
        await bystander.WaitForExitAsync();
        bystander.Dispose();
        foreach (var folder in new[] { data, hidden, outside, plugin })
            folder.Dispose();
    }

    [Fact]
    public async Task Run_EveryAttempt_GetsNoSecretAndChangesNothingOutside()
    {
        string[] attempts = [.. EscapeAttempts.ToRead, .. EscapeAttempts.ToWrite, .. EscapeAttempts.ToReach, .. EscapeAttempts.ToHarm];
        Assert.True(attempts.Length >= 100);
        var before = Outside();
        var escaped = new List<string>();

        await Parallel.ForEachAsync(attempts, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (attempt, _) =>
        {
            var said = await SayAsync(attempt, new SandboxOptions { Hidden = { hidden.Path } });
            if (said.Contains("canary", StringComparison.Ordinal) || said.Contains("root:$", StringComparison.Ordinal) || bystander.HasExited || Outside() != before)
            {
                lock (escaped)
                    escaped.Add($"{attempt} => {said}");
            }
        });

        Assert.Empty(escaped);
    }

    // The attempts are real: where nothing confines them they succeed.
    [Theory]
    [InlineData("cat $DATA/secrets.txt")]
    [InlineData("ln -s $DATA/workspaces/other/notes.txt link; cat link")]
    [InlineData("exec 3<>/dev/tcp/127.0.0.1/$PORT; printf 'GET / HTTP/1.0\r\n\r\n' >&3; cat <&3")]
    [InlineData("cat /proc/self/root/$HIDDEN/key.pem")]
    public async Task Run_WithoutASandbox_TheAttemptSucceeds(string attempt) =>
        Assert.Contains(Canary, await SayAsync(attempt, new SandboxOptions { Mode = SandboxMode.None }), StringComparison.Ordinal);

    private async Task<string> SayAsync(string attempt, SandboxOptions options)
    {
        using var call = new Call();
        var setup = new SandboxSetup(options, new AgentCapabilities { ReadablePaths = [plugin.Path] }, data.Path);
        // What a script was asked to print is no secret that came out.
        var result = await call.ConfinedAsync(setup, new ProgramSpec("bash", "-c", attempt)
        {
            Environment = new Dictionary<string, string?>
            {
                ["DATA"] = data.Path,
                ["HIDDEN"] = hidden.Path,
                ["OUTSIDE"] = outside.Path,
                ["PLUGIN"] = plugin.Path,
                ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["SOCKET"] = Path.Combine(data.Path, "s"),
                ["SETTINGS"] = Path.Combine(AppContext.BaseDirectory, "appsettings.json"),
                ["HOST_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
                ["BYSTANDER"] = bystander.Id.ToString(CultureInfo.InvariantCulture),
            },
        });
        return result.StandardOutput;
    }

    private string Outside() => string.Join('\n', new[] { data, outside, plugin, hidden }
        .SelectMany(folder => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        .Where(file => Path.GetFileName(file) != "s")
        .Order(StringComparer.Ordinal)
        .Select(file => $"{file} {File.GetUnixFileMode(file)} {File.ReadAllText(file)}"));

    private static void Plant(TempFolder folder, string file)
    {
        var path = Path.Combine(folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"{Canary}\n");
    }

    private Socket Serve(Socket server, EndPoint at)
    {
        server.Bind(at);
        server.Listen();
        servers.Add(server);
        _ = AnswerAsync(server);
        return server;
    }

    private static async Task AnswerAsync(Socket server)
    {
        try
        {
            while (true)
            {
                using var client = await server.AcceptAsync();
                await client.SendAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.0 200 OK\r\n\r\n{Canary}\n"));
                client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
