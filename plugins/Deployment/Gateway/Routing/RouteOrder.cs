namespace Monolith.Plugins.Deployment.Gateway.Routing;

/// <summary>What the gateway is told to do, as a whole.</summary>
/// <param name="HealthPath">Asked of every destination at intervals; null to ask nothing.</param>
/// <param name="Routes">Where requests may go.</param>
/// <param name="Guard">What takes the traffic back by itself; null for nothing.</param>
/// <param name="OverrideTrip">Whether to obey also after a guard took the traffic back.</param>
internal sealed record RouteOrder(string? HealthPath, IReadOnlyList<Route> Routes, GuardOrder? Guard, bool OverrideTrip);

/// <param name="Id">Unique among the routes.</param>
/// <param name="Group">The version.</param>
/// <param name="Address">Such as <c>http://127.0.0.1:4001</c>.</param>
/// <param name="Weight">Its part of the requests, relative to the others; 0 for none.</param>
internal sealed record Route(string Id, string Group, string Address, double Weight);

/// <param name="Group">The version that is watched.</param>
/// <param name="MaxErrorRate">0 to 1.</param>
/// <param name="MinErrors">Fewer errors than this are never too many.</param>
/// <param name="Fallback">Weights by id that take the place of the present ones when there are too many errors.</param>
internal sealed record GuardOrder(string Group, double MaxErrorRate, int MinErrors, IReadOnlyDictionary<string, double> Fallback);
