using MimeKit;
using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications.Mail;

/// <summary>A notification as a mail that a person reads.</summary>
internal static class MailText
{
    public static MimeMessage Of(DueNotification due, string from, string? publicUrl)
    {
        var mail = new MimeMessage
        {
            // The same at every attempt: a mailbox that gets it twice can tell.
            MessageId = $"{due.Id}@monolith",
            Date = due.At,
            Subject = $"{due.Pipeline}: {What(due)}",
            Body = new TextPart("plain") { Text = string.Join('\n', Lines(due, publicUrl)) + "\n" },
        };
        mail.From.Add(MailboxAddress.Parse(from));
        mail.To.Add(MailboxAddress.Parse(due.Address["mailto:".Length..]));
        // Nobody's holiday answer comes back.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static string What(DueNotification due) => due.Type switch
    {
        "run.succeeded" => "the run succeeded",
        "run.failed" => "the run failed",
        "stage.failed" => $"stage {due.Stage} failed",
        "decision.required" => "a decision is required",
        var other => other,
    };

    private static IEnumerable<string> Lines(DueNotification due, string? publicUrl)
    {
        yield return $"{due.Pipeline}: {What(due)}.";
        yield return "";
        yield return $"Run:   {due.RunId}";
        yield return $"Time:  {due.At:u}";
        if (due.Stage is not null)
            yield return $"Stage: {due.Stage}";
        if (due.Error is { } error)
            yield return $"Error: {error.Code}: {error.Message}";
        if (NotificationBody.UrlOf(due, publicUrl) is { } url)
            yield return $"See:   {url}";
    }
}
