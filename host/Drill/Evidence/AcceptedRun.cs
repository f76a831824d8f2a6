namespace Monolith.Host.Drill.Evidence;

/// <summary>A run that the API answered for with 202.</summary>
internal sealed record AcceptedRun(Guid Id, string Pipeline);
