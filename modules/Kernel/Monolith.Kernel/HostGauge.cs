namespace Monolith.Kernel;

/// <summary>A figure that a module shows to operators. Every registered gauge is in the host's metrics.</summary>
/// <param name="Name">As metrics are named, such as <c>monolith_live_subscribers</c>.</param>
/// <param name="Help">One sentence on one line.</param>
/// <param name="Read">The value now; asked whenever metrics are read, so it must be at hand.</param>
public sealed record HostGauge(string Name, string Help, Func<double> Read);
