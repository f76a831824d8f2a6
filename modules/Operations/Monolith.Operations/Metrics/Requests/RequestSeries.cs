using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Monolith.Operations.Metrics.Requests;

/// <summary>
/// The series of each route and method. Only templates of routes become labels, of which there are as many as the program
/// maps; whatever no route takes is one.
/// </summary>
internal sealed class RequestSeries
{
    public const string Unmatched = "unmatched";

    /// <summary>More than are mapped; a bound all the same, should something map routes as it goes.</summary>
    private const int MostPaths = 500;

    private readonly RequestMetricSet metrics;
    private readonly BoundedNames<MethodSeries[]> byPath;
    private readonly MethodSeries[] unmatched;

    public RequestSeries(HostMetrics factory)
    {
        metrics = new RequestMetricSet(factory);
        byPath = new(MostPaths, Make);
        unmatched = Make(Unmatched);
    }

    public MethodSeries Of(Endpoint? endpoint, string method) => OfPath(endpoint)[MethodNames.IndexOf(method)];

    private MethodSeries[] OfPath(Endpoint? endpoint) =>
        (endpoint as RouteEndpoint)?.RoutePattern.RawText is { } template ? byPath.Of(template) : unmatched;

    private MethodSeries[] Make(string template)
    {
        // As people write it, whichever way the parts of a group were put together.
        var path = template == Unmatched ? template : $"/{template.Trim('/')}";
        return [.. MethodNames.All.Select(method => new MethodSeries(metrics, method, path))];
    }
}
