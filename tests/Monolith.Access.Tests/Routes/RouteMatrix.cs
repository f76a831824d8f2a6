using System.Text;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Routes;

/// <summary>Asks every route as everybody, and writes down who got in.</summary>
internal static class RouteMatrix
{
    public static async Task<string> AskAsync(IEnumerable<RouteEndpoint> routes, IReadOnlyList<(string Name, ApiClient Client)> people)
    {
        var table = new StringBuilder().AppendLine(Line("", "", people.Select(person => person.Name)));
        foreach (var (method, path) in routes.SelectMany(Calls).Distinct().OrderBy(call => call.Path, StringComparer.Ordinal).ThenBy(call => call.Method, StringComparer.Ordinal))
        {
            var answers = new List<string>();
            foreach (var (_, client) in people)
                answers.Add(await AnswerAsync(client, method, path));
            table.AppendLine(Line(method, path, answers));
        }

        return table.ToString();
    }

    private static IEnumerable<(string Method, string Path)> Calls(RouteEndpoint route) =>
        from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"]
        select (method, RouteText.Of(route));

    /// <summary>Nothing that is asked for exists, so nothing happens to it.</summary>
    private static async Task<string> AnswerAsync(ApiClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), RouteText.Fill(path));
        using var answer = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode is 401 or 403 ? $"{(int)answer.StatusCode}" : "yes";
    }

    private static string Line(string method, string path, IEnumerable<string> cells) =>
        $"{method,-7}{path,-52}{string.Concat(cells.Select(cell => $" {cell,-9}"))}".TrimEnd();
}
