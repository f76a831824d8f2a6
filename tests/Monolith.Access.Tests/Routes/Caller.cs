using System.Text.RegularExpressions;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Routes;

/// <summary>Somebody who asks a route, with something in the place of its parameters.</summary>
/// <param name="Name">For people.</param>
/// <param name="Client">With a key, or without one.</param>
internal sealed partial record Caller(string Name, ApiClient Client)
{
    /// <summary>What goes into the place of a parameter of a route. As a rule nothing that exists, so nothing happens to it.</summary>
    public Func<string, string, string> Place { get; init; } = (_, parameter) => parameter.Contains(":guid", StringComparison.Ordinal) ? $"{Guid.Empty}" : "none";

    /// <summary>The statuses that say that somebody does not get in.</summary>
    public IReadOnlyList<int> Refusals { get; init; } = [401, 403];

    public async Task<int> AskAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Parameter().Replace(path, found => Place(path, found.Value)));
        using var answer = await Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
