namespace Monolith.Kernel;

/// <summary>This process among the hosts that share a database: new at every start, so a restarted host is another owner.</summary>
/// <param name="Id">Unique for the life of the process.</param>
/// <param name="Name">The machine's name and the process id, for people.</param>
public sealed record HostIdentity(Guid Id, string Name)
{
    public static HostIdentity Create() =>
        new(Guid.CreateVersion7(), $"{Environment.MachineName}:{Environment.ProcessId}");
}
