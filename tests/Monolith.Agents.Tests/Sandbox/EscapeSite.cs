using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

/// <summary>What attempts are after: files with the canary in them, servers that say it, and a process that is to live on.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class EscapeSite : IDisposable
{
    public const string Canary = "canary-5f1c";

    private readonly TempFolder data = new();
    private readonly TempFolder hidden = new();
    private readonly TempFolder outside = new();
    private readonly TempFolder plugin = new();
    private readonly Process bystander = Process.Start(new ProcessStartInfo("sleep", "1000"))!;
    private readonly List<Socket> servers = [];
    private readonly string before;

    public EscapeSite()
    {
        foreach (var file in new[] { "secrets.txt", "workspaces/other/notes.txt", "artifacts/ab/abcd", "postgres/base/1" })
            Plant(data, file);
        Plant(hidden, "key.pem");
        Plant(outside, "file.txt");
        Plant(plugin, "agent.dll");
        var name = $"monolith-{Guid.NewGuid():N}";
        var tcp = Serve(new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true }, new IPEndPoint(IPAddress.IPv6Any, 0));
        Serve(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(Path.Combine(data.Path, "s")));
        Serve(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint($"\0{name}"));
        Variables = new Dictionary<string, string?>
        {
            ["DATA"] = data.Path,
            ["HIDDEN"] = hidden.Path,
            ["OUTSIDE"] = outside.Path,
            ["PLUGIN"] = plugin.Path,
            ["PORT"] = ((IPEndPoint)tcp.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture),
            ["ABSTRACT"] = name,
            ["SOCKET"] = Path.Combine(data.Path, "s"),
            ["SETTINGS"] = Path.Combine(AppContext.BaseDirectory, "appsettings.json"),
            ["HOST_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            ["BYSTANDER"] = bystander.Id.ToString(CultureInfo.InvariantCulture),
        };
        before = Outside();
    }

    public string Data => data.Path;

    public string Hidden => hidden.Path;

    public string Plugin => plugin.Path;

    /// <summary>Of the attempts.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; }

    public bool IsUntouched => !bystander.HasExited && Outside() == before;

    /// <summary>Whether an attempt got something. What a script was asked to print is no secret that came out.</summary>
    public static bool Tells(string said) => said.Contains("canary", StringComparison.Ordinal) || said.Contains("root:$", StringComparison.Ordinal);

    public void Dispose()
    {
        servers.ForEach(server => server.Dispose());
        bystander.Kill();
        bystander.WaitForExit();
        bystander.Dispose();
        foreach (var folder in new[] { data, hidden, outside, plugin })
            folder.Dispose();
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
