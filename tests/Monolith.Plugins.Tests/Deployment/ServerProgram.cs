using System.Diagnostics;
using System.Net.Sockets;

namespace Monolith.Plugins.Tests.Deployment;

/// <summary>A server of the system that a test needs, until the test ends.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> output;

    private ServerProgram(string program, string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        output = process.StandardError.ReadToEndAsync();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    /// <summary>Starts it and waits until somebody can connect to it.</summary>
    public static async Task<ServerProgram> StartAsync(System.Net.EndPoint endpoint, string program, params string[] arguments)
    {
        var server = new ServerProgram(program, arguments);
        while (!await AnswersAsync(endpoint))
        {
            Assert.False(server.process.HasExited, $"{program}: {(server.process.HasExited ? await server.output : "")}");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(System.Net.EndPoint endpoint)
    {
        using var socket = endpoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(endpoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
