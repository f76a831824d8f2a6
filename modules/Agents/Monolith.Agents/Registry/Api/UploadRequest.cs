using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Registry.Feeds;
using Monolith.Agents.Registry.Uploading;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Api;

/// <summary>Reads an upload: the archive itself, or JSON that names a package of a feed.</summary>
internal sealed partial class UploadRequest(PackageInbox inbox, PackageFeeds feeds)
{
    private const long LongestJson = 16 << 10;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <returns>The archive, and where it came from.</returns>
    public async Task<Result<(ReceivedPackage Package, string Source)>> ReadAsync(HttpRequest request)
    {
        var isJson = request.HasJsonContentType();
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = isJson ? LongestJson : inbox.MaxBytes;
        if (isJson)
            return await FromFeedAsync(request);
        var received = await inbox.ReceiveAsync(request.Body, request.HttpContext.RequestAborted);
        return received.IsSuccess ? (received.Value, "upload") : received.Problems[0];
    }

    /// <returns>The SHA-256 of RFC 9530's <c>Content-Digest</c>, lower-case hex; null when the request has none.</returns>
    public static Result<string?> DigestOf(HttpRequest request)
    {
        var header = request.Headers["Content-Digest"].ToString();
        if (header.Length == 0)
            return (string?)null;
        var bytes = new byte[32];
        return Digest().Match(header) is { Success: true } found && Convert.TryFromBase64String(found.Groups[1].Value, bytes, out var length) && length == bytes.Length
            ? Convert.ToHexStringLower(bytes)
            : new Problem(ErrorCodes.ValidationError, "The header is not of the form sha-256=:BASE64:, as RFC 9530 has it.", "Content-Digest");
    }

    private async Task<Result<(ReceivedPackage, string)>> FromFeedAsync(HttpRequest request)
    {
        FeedPackageRequest wanted;
        try
        {
            wanted = await JsonSerializer.DeserializeAsync<FeedPackageRequest>(request.Body, Strict, request.HttpContext.RequestAborted) ?? new();
        }
        catch (JsonException wrong)
        {
            return new Problem(ErrorCodes.ValidationError, $"It cannot be read as JSON of this request: {wrong.Message}", wrong.Path?.TrimStart('$', '.'));
        }

        if (string.IsNullOrEmpty(wanted.Feed))
            return new Problem(ErrorCodes.ValidationError, "Name a feed of Plugins:Feeds.", "feed");
        var package = PackageId.Of(wanted.Id, wanted.Version);
        if (!package.IsSuccess)
            return package.Problems[0];
        var received = await feeds.GetAsync(wanted.Feed, package.Value, request.HttpContext.RequestAborted);
        return received.IsSuccess ? (received.Value, $"feed {wanted.Feed}") : received.Problems[0];
    }

    [GeneratedRegex(@"(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]{44}):", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
