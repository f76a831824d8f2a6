using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;

namespace Monolith.Client;

/// <summary>Packages of plugins as files.</summary>
public partial class MonolithClient
{
    /// <summary>Uploads a version of a plugin, with its digest, so that what is broken on the way is refused.</summary>
    /// <param name="archive">A <c>.zip</c> or <c>.nupkg</c>; it can be read twice.</param>
    /// <param name="plugin">What the plugin is called; null for what the archive says itself.</param>
    /// <param name="serve">Whether it serves at once; not while the plugin is pinned to another version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="MonolithException">It is refused: too large, no plugin, not loadable, or nobody known vouches for it. Nothing has changed.</exception>
    public async Task<UploadResponse> UploadPackageAsync(Stream archive, string? plugin = null, bool serve = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var digest = Convert.ToBase64String(await SHA256.HashDataAsync(archive, cancellationToken).ConfigureAwait(false));
        archive.Position = 0;
        using var content = new StreamContent(archive) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        content.Headers.Add("Content-Digest", $"sha-256=:{digest}:");
        string[] query = [.. Query("plugin", plugin), .. Query("serve", serve ? null : "false")];
        using var answer = await _httpClient.PostAsync($"api/v1/agents/packages?{string.Join('&', query)}", content, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<UploadResponse>(JsonSerializerSettings, cancellationToken).ConfigureAwait(false))!
            : throw await MonolithException.OfAsync(answer, cancellationToken).ConfigureAwait(false);
    }
}
