namespace Monolith.Operations.Metrics.State;

/// <summary>Sets gauges to how things stand now.</summary>
internal interface ISample
{
    /// <summary>Bounds its own time; never throws.</summary>
    Task TakeAsync();
}
