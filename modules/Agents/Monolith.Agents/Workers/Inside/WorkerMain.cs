using System.Net.Sockets;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Inside;

/// <summary>What the worker's process does: it serves one plugin to the host at the other end of a socket, and ends with it.</summary>
internal static class WorkerMain
{
    /// <param name="socketPath">Where the host listens.</param>
    public static int Run(string socketPath)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        using var stream = new NetworkStream(socket);
        using var session = new WorkerSession(new LineReader(stream, Wire.LongestHostLine), new LineWriter(stream, waits: true));
        return session.Run();
    }
}
