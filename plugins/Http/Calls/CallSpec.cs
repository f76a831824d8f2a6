using System.Text;
using System.Text.Json;
using Monolith.Plugins.Http.Expectations;

namespace Monolith.Plugins.Http.Calls;

/// <summary>One request to make and what it must answer.</summary>
internal sealed record CallSpec(
    string Name, HttpMethod Method, Uri Url, IReadOnlyDictionary<string, string> Headers, byte[]? Body, string BodyType,
    Expectation Expected, TimeSpan Timeout, bool FollowRedirects, int Repeat)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    public static CallSpec Read(JsonElement call)
    {
        var method = new HttpMethod((call.Text("method") ?? "GET").ToUpperInvariant());
        var url = Address(call.RequiredText("url"));
        var body = call.Value("body");
        return new CallSpec(
            call.Text("name") ?? $"{method} {Shown(url)}",
            method,
            url,
            SafeHeaders(call.Map("headers")),
            body is null ? null : Encoding.UTF8.GetBytes(IsText(body) ? body.Value.GetString()! : body.Value.GetRawText()),
            IsText(body) ? "text/plain; charset=utf-8" : "application/json",
            Expectation.Read(call.Value("expect")),
            call.Duration("timeout", DefaultTimeout),
            call.Flag("redirects"),
            call.Integer("repeat") ?? 1);
    }

    /// <summary>Asks whether a server is up.</summary>
    public static CallSpec Ready(string url) => new(
        $"GET {Shown(Address(url))}", HttpMethod.Get, Address(url), new Dictionary<string, string>(), Body: null, BodyType: "",
        Expectation.Read(null), DefaultTimeout, FollowRedirects: false, Repeat: 1);

    // Without the user name and password that a URL may hold.
    private static string Shown(Uri url) =>
        url.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);

    private static bool IsText(JsonElement? body) => body?.ValueKind == JsonValueKind.String;

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new ParameterException("url", "must be an absolute http or https URL");

    private static IReadOnlyDictionary<string, string> SafeHeaders(IReadOnlyDictionary<string, string> headers) =>
        headers.Any(header => header.Key.Any(IsNoToken) || header.Value.Any(letter => letter is '\r' or '\n' or '\0'))
            ? throw new ParameterException("headers", "holds a name or value that HTTP does not allow")
            : headers;

    private static bool IsNoToken(char letter) => !char.IsAsciiLetterOrDigit(letter) && !"!#$%&'*+-.^_`|~".Contains(letter);
}
