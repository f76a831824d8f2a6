using Microsoft.AspNetCore.Http;

namespace Monolith.Access.SignIn;

/// <summary>Where people sign in, and where they go on to.</summary>
internal static class SignInPlace
{
    public const string Path = "/sign-in";
    public const string ReturnUrl = "returnUrl";

    private const string Home = "/";

    /// <returns>Whether a person waits for a page.</returns>
    public static bool LeadsTo(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static Task RedirectAsync(HttpContext http)
    {
        var request = http.Request;
        http.Response.Redirect($"{request.PathBase}{Path}{QueryString.Create(ReturnUrl, $"{request.PathBase}{request.Path}{request.QueryString}")}");
        return Task.CompletedTask;
    }

    /// <returns>The address, unless it leads to another host.</returns>
    public static string Within(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : Home;
}
