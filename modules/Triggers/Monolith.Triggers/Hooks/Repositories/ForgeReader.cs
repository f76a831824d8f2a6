using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Monolith.Resilience.Contracts.Outgoing;
using Monolith.Triggers.Notifications;
using Monolith.Triggers.Notifications.Commits;
using Monolith.Triggers.Notifications.Webhooks;

namespace Monolith.Triggers.Hooks.Repositories;

/// <summary>Reads one answer of a forge, within bounds of size and time.</summary>
internal sealed class ForgeReader(IHttpClientFactory clients, IOutgoing outgoing, IOptions<ForgesOptions> forges, TimeProvider time)
{
    /// <summary>From the headers to the last byte; up to the headers it is <c>Outgoing:Timeout</c>.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="forge"><c>github</c> or <c>gitlab</c>.</param>
    /// <param name="request">Makes the request.</param>
    /// <param name="most">A longer answer is refused, bytes.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The bytes, or why there are none.</returns>
    public async Task<(byte[] Body, Delivery Outcome)> ReadAsync(string forge, Func<ForgesOptions, HttpRequestMessage> request, int most, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(WebhookChannel.Client);
            using var answer = await outgoing.SendAsync(client, () => request(forges.Value), retry: null, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                return ([], Judge(answer, forge));
            return await BodyAsync(answer, most, cancellationToken) is { } body ? (body, Delivery.Done) : ([], Delivery.Refused($"It is larger than {most >> 20} MiB."));
        }
        catch (OutgoingRefusedException spared)
        {
            return ([], Delivery.Failed(spared.Message, spared.RetryAt - time.GetUtcNow()));
        }
        catch (HttpRequestException refused) when (refused.InnerException is ForbiddenAddressException forbidden)
        {
            return ([], Delivery.Refused($"{forbidden.Message} If the forge is there, set Notifications:AllowPrivateNetworks to true."));
        }
        catch (Exception passing) when (passing is HttpRequestException or TimeoutException or IOException)
        {
            return ([], Delivery.Failed(passing.Message.ReplaceLineEndings(" ")));
        }
    }

    private Delivery Judge(HttpResponseMessage answer, string forge)
    {
        var said = $"{forge} answered {(int)answer.StatusCode}";
        var wait = RetryAfter.Of(answer, time.GetUtcNow()) ?? UntilReset(answer);
        return answer.StatusCode switch
        {
            HttpStatusCode.NotFound => Delivery.Refused($"{said}: it is not at this commit, or the secret {forge}_token may not see the repository."),
            HttpStatusCode.Forbidden when wait is not null => Delivery.Failed($"{said}: too many requests.", wait),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Delivery.Refused($"{said}: the secret {forge}_token may not read this repository."),
            < HttpStatusCode.BadRequest => Delivery.Refused($"{said}; redirects are not followed."),
            _ => Delivery.Failed($"{said}.", wait),
        };
    }

    /// <summary>GitHub answers 403 without <c>Retry-After</c> when a token has asked enough in an hour.</summary>
    private TimeSpan? UntilReset(HttpResponseMessage answer) => answer.Headers.TryGetValues("x-ratelimit-remaining", out var left) && left.First() == "0"
        ? answer.Headers.TryGetValues("x-ratelimit-reset", out var reset) && long.TryParse(reset.First(), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < int.MaxValue
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) - time.GetUtcNow()
            : TimeSpan.Zero
        : null;

    /// <returns>Null when it is longer.</returns>
    private async Task<byte[]?> BodyAsync(HttpResponseMessage answer, int most, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentLength > most)
            return null;
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(either.Token);
            var bytes = new byte[Math.Min(most, answer.Content.Headers.ContentLength ?? most) + 1];
            var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, either.Token);
            return length > most ? null : bytes[..length];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The answer was not all there within {Patience.TotalSeconds:0} s.");
        }
    }
}
