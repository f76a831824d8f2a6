using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications.Mail;

/// <summary>Hands mails to the configured server.</summary>
internal sealed class MailChannel(IOptions<NotificationsOptions> options) : INotificationChannel
{
    public bool Takes(string address) => address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    public async Task<Delivery> SendAsync(DueNotification notification, CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        if (smtp.Host is not { Length: > 0 } host || smtp.From is not { Length: > 0 } from)
            return Delivery.Refused("There is no mail server. Set Notifications:Smtp:Host and Notifications:Smtp:From.");

        using var mail = MailText.Of(notification, from, options.Value.PublicUrl);
        using var client = new SmtpClient();
        await client.ConnectAsync(host, smtp.Port, Security(smtp.Tls), cancellationToken);
        if (smtp.User is { } user)
            await client.AuthenticateAsync(user, smtp.Password ?? "", cancellationToken);
        try
        {
            await client.SendAsync(mail, cancellationToken);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500)
        {
            return Delivery.Refused($"The mail server does not take this recipient: {refused.Message.ReplaceLineEndings(" ")}");
        }

        // It was taken; a goodbye that fails must not send it again.
        await client.DisconnectAsync(quit: true, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Delivery.Done;
    }

    private static SecureSocketOptions Security(SmtpTls tls) => tls switch
    {
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
