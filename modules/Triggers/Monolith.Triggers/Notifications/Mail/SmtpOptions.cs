using System.ComponentModel.DataAnnotations;

namespace Monolith.Triggers.Notifications.Mail;

/// <summary>Section <c>Notifications:Smtp</c>: the mail server that takes what is to be sent.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    /// <summary>Null when no mail can be sent.</summary>
    public string? Host { get; set; }

    /// <summary>Where the server listens; 465 is usual with <c>Implicit</c>.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection is encrypted from the beginning (<c>Implicit</c>), after a greeting (<c>StartTls</c>), or never.</summary>
    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;

    /// <summary>Null when the server asks for none.</summary>
    public string? User { get; set; }

    /// <summary>Of the user.</summary>
    [DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>The sender's mailbox, such as <c>monolith@example.org</c>.</summary>
    public string? From { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host is not null && (From is null || !MimeKit.MailboxAddress.TryParse(From, out _)))
            yield return new ValidationResult("Give the sender's mailbox, such as monolith@example.org.", [nameof(From)]);
        if (User is not null && Password is null)
            yield return new ValidationResult("Give the password of the user.", [nameof(Password)]);
        if (Password is not null && Tls == SmtpTls.None)
            yield return new ValidationResult("Give StartTls or Implicit: the password would be sent in the clear.", [nameof(Tls)]);
    }
}

/// <summary>How the connection to the mail server is kept secret.</summary>
public enum SmtpTls
{
    /// <summary>It begins in the clear and is secured before anything is said; the usual way at port 587.</summary>
    StartTls,

    /// <summary>From the first byte on, usually at port 465.</summary>
    Implicit,

    /// <summary>Not at all; for a server on this machine or in tests.</summary>
    None,
}
