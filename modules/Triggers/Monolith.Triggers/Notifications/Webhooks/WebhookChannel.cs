using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts;
using Monolith.Resilience.Contracts.Outgoing;

namespace Monolith.Triggers.Notifications.Webhooks;

/// <summary>Posts a signed message, as Standard Webhooks lays it down (https://www.standardwebhooks.com).</summary>
internal sealed class WebhookChannel(
    IHttpClientFactory clients, IOutgoing outgoing, IOptions<NotificationsOptions> options, TimeProvider time) : INotificationChannel
{
    public const string Client = "notifications";

    private const string OtherHosts = "default";

    /// <summary>Until calls to a busy host have ended.</summary>
    private static readonly TimeSpan AFewPlaces = TimeSpan.FromSeconds(2);

    public bool Takes(string address) => CloudEventBody.PlaceOf(address).StartsWith("http", StringComparison.OrdinalIgnoreCase);

    public async Task<Delivery> SendAsync(DueNotification notification, CancellationToken cancellationToken)
    {
        var url = new Uri(CloudEventBody.PlaceOf(notification.Address));
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            return Delivery.Refused("The address is not https://; store the pipeline with one that is.");
        if ((options.Value.Secrets.GetValueOrDefault(url.Host) ?? options.Value.Secrets.GetValueOrDefault(OtherHosts)) is not { Length: > 0 } secrets)
            return Delivery.Refused($"There is no secret to sign it with. Set Notifications:Secrets:{url.Host} or Notifications:Secrets:{OtherHosts}.");

        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await outgoing.SendAsync(
                client, () => Request(url, notification, secrets), retry: null, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge(answer);
        }
        catch (OutgoingRefusedException spared)
        {
            return Delivery.PutOff(spared.Message, spared.RetryAt ?? time.GetUtcNow() + AFewPlaces);
        }
        catch (HttpRequestException refused) when (refused.InnerException is ForbiddenAddressException forbidden)
        {
            return Delivery.Refused($"{forbidden.Message} If notifications may go there, set Notifications:AllowPrivateNetworks to true.");
        }
    }

    private HttpRequestMessage Request(Uri url, DueNotification notification, string secrets)
    {
        var (body, type) = CloudEventBody.IsWanted(notification.Address)
            ? (CloudEventBody.Of(notification, options.Value.PublicUrl), CloudEventBody.ContentType)
            : (NotificationBody.Of(notification, options.Value.PublicUrl), "application/json");
        var id = notification.Id.ToString();
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
            Headers =
            {
                { "User-Agent", "Monolith" },
                { "webhook-id", id },
                { "webhook-timestamp", timestamp },
                { "webhook-signature", WebhookSecret.Sign(secrets, id, timestamp, body) },
            },
        };
    }

    private Delivery Judge(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (answer.IsSuccessStatusCode)
            return Delivery.Done;
        if (answer.StatusCode == HttpStatusCode.Gone)
            return Delivery.Refused("The receiver answered 410: it wants no more of these. Take its address out of the pipeline.");
        return Delivery.Failed(
            status is >= 300 and < 400 ? $"The receiver answered {status}; redirects are not followed." : $"The receiver answered {status}.",
            RetryAfter.Of(answer, time.GetUtcNow()));
    }
}
