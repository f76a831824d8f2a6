using System.Net;
using Microsoft.Extensions.Options;
using Monolith.Resilience.Contracts.Outgoing;
using Monolith.Triggers.Notifications.Webhooks;

namespace Monolith.Triggers.Notifications.Commits;

/// <summary>Tells a forge what to show at a commit.</summary>
internal sealed class CommitStatuses(IHttpClientFactory clients, IOutgoing outgoing, IOptions<ForgesOptions> forges, TimeProvider time)
{
    /// <summary>GitLab says so of a state that the commit has already.</summary>
    private const string NoTransition = "Cannot transition";

    private const int MostOfAnswer = 4096;

    private static readonly TimeSpan AFewPlaces = TimeSpan.FromSeconds(2);

    public async Task<Delivery> TellAsync(CommitAddress commit, CommitStatus status, string token, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(WebhookChannel.Client);
            using var answer = await outgoing.SendAsync(
                client, () => CommitStatusRequest.Make(forges.Value, commit, status, token), retry: null, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await JudgeAsync(answer, commit, cancellationToken);
        }
        catch (OutgoingRefusedException spared)
        {
            return Delivery.PutOff(spared.Message, spared.RetryAt ?? time.GetUtcNow() + AFewPlaces);
        }
        catch (HttpRequestException refused) when (refused.InnerException is ForbiddenAddressException forbidden)
        {
            return Delivery.Refused($"{forbidden.Message} If the forge is there, set Notifications:AllowPrivateNetworks to true.");
        }
        catch (Exception passing) when (passing is HttpRequestException or TimeoutException)
        {
            return Delivery.Failed(passing.Message.ReplaceLineEndings(" "));
        }
    }

    private async Task<Delivery> JudgeAsync(HttpResponseMessage answer, CommitAddress commit, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
            return Delivery.Done;
        var said = $"{commit.Forge} answered {(int)answer.StatusCode}";
        var wait = RetryAfter.Of(answer, time.GetUtcNow());
        return answer.StatusCode switch
        {
            HttpStatusCode.BadRequest when await HoldsAsync(answer, NoTransition, cancellationToken) => Delivery.Done,
            HttpStatusCode.Forbidden when wait is not null => Delivery.Failed($"{said}: too many requests.", wait),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Delivery.Refused($"{said}: the secret {commit.Forge}_token may not write statuses of this repository."),
            HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest => Delivery.Refused($"{said}: there is no such commit, or the secret {commit.Forge}_token may not see it."),
            _ => Delivery.Failed($"{said}.", wait),
        };
    }

    private static async Task<bool> HoldsAsync(HttpResponseMessage answer, string text, CancellationToken cancellationToken)
    {
        var start = new byte[MostOfAnswer];
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var length = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.UTF8.GetString(start, 0, length).Contains(text, StringComparison.Ordinal);
    }
}
