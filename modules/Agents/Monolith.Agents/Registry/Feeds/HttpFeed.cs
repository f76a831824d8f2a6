using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts.Projects;
using Monolith.Agents.Network;
using Monolith.Agents.Registry.Uploading;
using Monolith.Agents.Sdk;
using Monolith.Kernel;
using Monolith.Secrets.Contracts;

namespace Monolith.Agents.Registry.Feeds;

/// <summary>A NuGet v3 feed: its index names the place where packages lie, each under its id and version. Only where agents' calls may go, too.</summary>
internal sealed class HttpFeed(IOptions<PluginsOptions> options, PackageInbox inbox, AgentNetwork network, ISecrets secrets)
{
    private const string Packages = "PackageBaseAddress/3.0.0";
    private const int MostRedirects = 5;
    private const long LongestIndex = 1 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="feed">Its name.</param>
    /// <param name="index">Its address.</param>
    /// <param name="package">What is wanted.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<Result<ReceivedPackage>> GetAsync(string feed, Uri index, PackageId package, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(feed, cancellationToken);
        if (!key.IsSuccess)
            return Result<ReceivedPackage>.Failed(key.Problems);
        using var http = new HttpClient(network.CreateHandler(ownPort: null)) { Timeout = Patience, MaxResponseContentBufferSize = LongestIndex };
        try
        {
            var call = new Call(http, index, key.Value);
            if (await BaseAsync(call, cancellationToken) is not { } place)
                return Broken(feed, $"its index names no {Packages}");
            var (id, version) = (package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());
            using var answer = await SendAsync(call, new Uri(place, $"{id}/{version}/{id}.{version}.nupkg"), cancellationToken);
            if (answer.StatusCode == HttpStatusCode.NotFound)
                return package.NotIn(feed);
            await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
            return await inbox.ReceiveAsync(body, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            return Broken(feed, fault.InnerException is AddressRefusedException refused ? refused.Message : fault.Message);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or UriFormatException)
        {
            return Broken(feed, "its index is no index of a NuGet v3 feed");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Broken(feed, $"it did not answer within {Patience.TotalMinutes:0} minutes");
        }
    }

    private static async Task<Uri?> BaseAsync(Call call, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(call, call.Feed, cancellationToken);
        await answer.EnsureSuccessStatusCode().Content.LoadIntoBufferAsync(LongestIndex, cancellationToken);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellationToken));
        var place = document.RootElement.GetProperty("resources").EnumerateArray()
            .Where(resource => resource.GetProperty("@type").GetString() == Packages)
            .Select(resource => resource.GetProperty("@id").GetString())
            .FirstOrDefault();
        return place is null ? null : new Uri(call.Feed, place.EndsWith('/') ? place : $"{place}/");
    }

    /// <summary>The handler follows no redirect by itself: a feed's key is for the feed's own address.</summary>
    private static async Task<HttpResponseMessage> SendAsync(Call call, Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = IsSame(call.Feed, address) ? call.Key : null;
            var answer = await call.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                || answer.Headers.Location is not { } location)
                return answer;
            answer.Dispose();
            var next = new Uri(address, location);
            if (redirects == MostRedirects || (address.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps))
                throw new HttpRequestException("It redirects too often, or from https to http.");
            address = next;
        }
    }

    private async Task<Result<AuthenticationHeaderValue?>> KeyAsync(string feed, CancellationToken cancellationToken)
    {
        if (!options.Value.FeedSecrets.TryGetValue(feed, out var name))
            return (AuthenticationHeaderValue?)null;
        var found = await secrets.FindAsync(Project.Default, name, cancellationToken);
        if (!found.IsSuccess)
            return Result<AuthenticationHeaderValue?>.Failed(found.Problems);
        return found.Value is null
            ? new Problem(ErrorCodes.SecretNotFound, $"Plugins:FeedSecrets:{feed} names the secret '{name}', which is not stored in the project '{Project.Default}'.", "feed")
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(found.Value)));
    }

    private static bool IsSame(Uri one, Uri other) => (one.Scheme, one.IdnHost, one.Port) == (other.Scheme, other.IdnHost, other.Port);

    private static Problem Broken(string feed, string why) => new(ErrorCodes.NetworkError, $"The feed '{feed}' gives no package: {why.TrimEnd('.')}.", "feed");

    private sealed record Call(HttpClient Http, Uri Feed, AuthenticationHeaderValue? Key);
}
