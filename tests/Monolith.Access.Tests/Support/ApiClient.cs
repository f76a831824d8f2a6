using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Monolith.Access.Tests.Support;

/// <summary>A program with a key, or without one.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    public ApiClient(Uri address, string? key)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public HttpClient Http => http;

    public async Task<int> StatusAsync(string path) => (int)(await http.GetAsync(path)).StatusCode;

    /// <param name="method">Of the request.</param>
    /// <param name="path">Where to.</param>
    /// <param name="body">Sent as JSON.</param>
    /// <param name="headers">Beside those of every request.</param>
    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public Task<string> NewKeyAsync(string name, params string[] roles) => NewKeyAsync(new { name, roles });

    public async Task<string> NewKeyAsync(object order)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, "/api/v1/keys", order);
        Assert.True(status == 201, body.ToString());
        return body.GetProperty("key").GetString()!;
    }

    public void Dispose() => http.Dispose();
}
