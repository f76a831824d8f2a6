using System.Net;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Contracts;
using Monolith.Resilience.Contracts.Outgoing;
using Monolith.Secrets.Contracts;
using Monolith.Triggers.Notifications.Webhooks;

namespace Monolith.Triggers.Notifications.Commits;

/// <summary>Shows runs at the commits that started them.</summary>
internal sealed class CommitStatusChannel(
    IHttpClientFactory clients, IOutgoing outgoing, ISecrets secrets, CommitState states, IOptions<ForgesOptions> forges, IOptions<NotificationsOptions> options, TimeProvider time) : INotificationChannel
{
    /// <summary>GitLab says so of a state that the commit has already.</summary>
    private const string NoTransition = "Cannot transition";

    private const int MostOfAnswer = 4096;

    private static readonly TimeSpan AFewPlaces = TimeSpan.FromSeconds(2);

    public bool Takes(string address) => address.StartsWith(CommitAddress.Scheme, StringComparison.Ordinal);

    public async Task<Delivery> SendAsync(DueNotification notification, CancellationToken cancellationToken)
    {
        if (CommitAddress.Of(notification.Address) is not { } commit)
            return Delivery.Refused("This is no address of a commit.");
        var name = $"{commit.Forge}_token";
        var token = await secrets.FindAsync(notification.Project ?? Project.Default, name, cancellationToken);
        if (!token.IsSuccess)
            return Delivery.Failed(token.Problems[0].Message);
        if (token.Value is not { Length: > 0 } known)
            return Delivery.Refused($"There is no token to report by. Store the secret {name} of the run's project.");

        string? told = null;
        while (await states.OfAsync(notification.RunId, cancellationToken) is { } state && state != told)
        {
            if (await TellAsync(commit, notification, state, known, cancellationToken) is { Fault: not null } failed)
                return failed;
            told = state;
        }

        return Delivery.Done;
    }

    private async Task<Delivery> TellAsync(CommitAddress commit, DueNotification due, string state, string token, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(WebhookChannel.Client);
            using var answer = await outgoing.SendAsync(
                client, () => CommitStatusRequest.Make(forges.Value, commit, due, state, token, NotificationBody.UrlOf(due, options.Value.PublicUrl)), retry: null, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
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
