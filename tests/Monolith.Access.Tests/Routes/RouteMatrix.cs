using System.Text;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Routes;

/// <summary>Asks every route as everybody, and writes down who got in.</summary>
internal static class RouteMatrix
{
    public static async Task<string> AskAsync(IEnumerable<RouteEndpoint> routes, IReadOnlyList<Caller> callers)
    {
        var table = new StringBuilder().AppendLine(Line("", "", callers.Select(caller => caller.Name)));
        foreach (var (method, path) in CallsOf(routes))
        {
            var answers = new List<string>();
            foreach (var caller in callers)
                answers.Add(await caller.AskAsync(method, path) is var status && caller.Refusals.Contains(status) ? $"{status}" : "yes");
            table.AppendLine(Line(method, path, answers));
        }

        return table.ToString();
    }

    /// <returns>What may be called, as it is mapped.</returns>
    public static IEnumerable<(string Method, string Path)> CallsOf(IEnumerable<RouteEndpoint> routes) =>
        routes.SelectMany(Calls).Distinct().OrderBy(call => call.Path, StringComparer.Ordinal).ThenBy(call => call.Method, StringComparer.Ordinal);

    private static IEnumerable<(string Method, string Path)> Calls(RouteEndpoint route) =>
        from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"]
        select (method, RouteText.Of(route));

    private static string Line(string method, string path, IEnumerable<string> cells) =>
        $"{method,-7}{path,-52}{string.Concat(cells.Select(cell => $" {cell,-9}"))}".TrimEnd();
}
