namespace Monolith.Operations.Health;

/// <summary>The process runs.</summary>
internal sealed record LiveResponse(HealthStatus Status, DateTimeOffset Timestamp);

/// <summary>Whether the host takes work.</summary>
/// <param name="Status">The worst of its parts; unhealthy while the host stops.</param>
/// <param name="Version">Of the host.</param>
/// <param name="Uptime">In ms.</param>
/// <param name="Timestamp">UTC.</param>
/// <param name="Components">database, redis, agents.</param>
internal sealed record ReadyResponse(
    HealthStatus Status, string Version, double Uptime, DateTimeOffset Timestamp, IReadOnlyDictionary<string, ComponentHealth> Components);

/// <summary>Readiness and more.</summary>
/// <param name="Status">As in readiness, the file system too.</param>
/// <param name="Version">Of the host.</param>
/// <param name="Uptime">In ms.</param>
/// <param name="Timestamp">UTC.</param>
/// <param name="Components">database, redis, agents, filesystem.</param>
/// <param name="Environment">Production unless configured otherwise.</param>
/// <param name="Pid">The process id.</param>
/// <param name="Memory">In bytes.</param>
/// <param name="Cpu">In ms since the start.</param>
internal sealed record DetailedResponse(
    HealthStatus Status,
    string Version,
    double Uptime,
    DateTimeOffset Timestamp,
    IReadOnlyDictionary<string, ComponentHealth> Components,
    string Environment,
    int Pid,
    MemoryUse Memory,
    ProcessorUse Cpu);

/// <summary>Bytes.</summary>
/// <param name="HeapUsed">In use on the managed heap.</param>
/// <param name="HeapTotal">Committed for the managed heap.</param>
/// <param name="Rss">Resident.</param>
/// <param name="External">Private to the process, managed or not.</param>
internal sealed record MemoryUse(long HeapUsed, long HeapTotal, long Rss, long External);

/// <summary>Processor time since the start, in ms.</summary>
internal sealed record ProcessorUse(double User, double System);
