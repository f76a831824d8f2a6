using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monolith.Client;

/// <summary>
/// The REST API of a Monolith host: a method for each operation of its OpenAPI document, and what a document cannot say. What the host refuses is a
/// <see cref="MonolithException"/>; a host that cannot be reached is an <see cref="HttpRequestException"/>.
/// </summary>
public partial class MonolithClient : IDisposable
{
    private readonly HttpClient? owned;

    /// <param name="address">Where the host answers, such as <c>http://localhost:8080</c>; it may end in a path.</param>
    /// <param name="key">An API key or a token, sent as <c>Authorization: Bearer</c>; null where nobody signs in.</param>
    /// <param name="user">Who acts, where nobody signs in; a host that people sign in to goes by the key.</param>
    /// <exception cref="ArgumentException">The address is not an absolute one of http or https.</exception>
    public MonolithClient(Uri address, string? key = null, string? user = null)
        : this(Connect(address, key))
    {
        owned = _httpClient;
        if (user is not null)
            owned.DefaultRequestHeaders.TryAddWithoutValidation("x-user-id", user);
    }

    /// <summary>How the API writes JSON.</summary>
    internal static JsonSerializerOptions Json => _settings.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, unless they are those of an <see cref="HttpClient"/> that was handed in.</summary>
    protected virtual void Dispose(bool disposing) => owned?.Dispose();

    private static HttpClient Connect(Uri address, string? key)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"'{address}' is not the address of a host, such as http://localhost:8080.", nameof(address));
        return new HttpClient
        {
            // Without the slash its last part would be left out of every request.
            BaseAddress = address.OriginalString.EndsWith('/') ? address : new Uri($"{address.OriginalString}/"),
            DefaultRequestHeaders = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
        };
    }

    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        settings.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
    }
}
