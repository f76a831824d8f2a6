using System.Net.Sockets;

namespace Monolith.Agents.Workers.Life;

/// <summary>Where one worker connects once: a socket in a folder that only the host's user can reach.</summary>
internal sealed class WorkerDoor : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("monolith-").FullName;
    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public WorkerDoor()
    {
        Path = System.IO.Path.Combine(folder, "worker");
        socket.Bind(new UnixDomainSocketEndPoint(Path));
        socket.Listen(backlog: 1);
    }

    public string Path { get; }

    public async Task<Stream> AcceptAsync(CancellationToken cancellationToken) =>
        new NetworkStream(await socket.AcceptAsync(cancellationToken), ownsSocket: true);

    public void Dispose()
    {
        socket.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
