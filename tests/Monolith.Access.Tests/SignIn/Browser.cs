using System.Net;
using System.Text.RegularExpressions;

namespace Monolith.Access.Tests.SignIn;

/// <summary>What a browser does of its own accord: it keeps cookies, and says that it wants pages.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient http;

    public Browser(Uri address)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path);

    /// <summary>Opens the page, fills in its form and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, params (string Name, string Value)[] fields)
    {
        var html = await http.GetStringAsync(page);
        var hidden = Hidden().Matches(html).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)));
        return await PostAsync(page.Split('?')[0], [.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
    }

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? from = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", from ?? http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)">""")]
    private static partial Regex Hidden();
}
