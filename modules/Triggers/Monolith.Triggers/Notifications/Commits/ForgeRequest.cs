namespace Monolith.Triggers.Notifications.Commits;

/// <summary>Requests to a forge's API as its token wants them.</summary>
internal static class ForgeRequest
{
    public const string GitHub = "github";

    private const string GitHubJson = "application/vnd.github+json";

    public static HttpRequestMessage Make(HttpMethod method, string forge, string address, string token, string accept = GitHubJson)
    {
        var request = new HttpRequestMessage(method, address) { Headers = { { "User-Agent", "Monolith" } } };
        if (forge == GitHub)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }
        else
        {
            request.Headers.TryAddWithoutValidation("PRIVATE-TOKEN", token);
        }

        return request;
    }
}
