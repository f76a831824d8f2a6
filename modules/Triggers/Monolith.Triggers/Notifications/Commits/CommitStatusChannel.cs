using Microsoft.Extensions.Options;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Contracts;
using Monolith.Secrets.Contracts;

namespace Monolith.Triggers.Notifications.Commits;

/// <summary>Shows runs at the commits that started them.</summary>
internal sealed class CommitStatusChannel(CommitStatuses statuses, ISecrets secrets, CommitState states, IOptions<NotificationsOptions> options) : INotificationChannel
{
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
        var url = NotificationBody.UrlOf(notification, options.Value.PublicUrl);
        while (await states.OfAsync(notification.RunId, cancellationToken) is { } state && state != told)
        {
            if (await statuses.TellAsync(commit, CommitStatus.Of(notification, state, url), known, cancellationToken) is { Fault: not null } failed)
                return failed;
            told = state;
        }

        return Delivery.Done;
    }
}
