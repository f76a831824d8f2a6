using System.ComponentModel.DataAnnotations;
using Monolith.Triggers.Notifications.Mail;

namespace Monolith.Triggers.Notifications;

/// <summary>Section <c>Notifications</c>.</summary>
public sealed class NotificationsOptions : IValidatableObject
{
    /// <summary>How many are sent at once by this host.</summary>
    [Range(1, 64)]
    public int MaxConcurrent { get; set; } = 8;

    /// <summary>How long sent ones stay listed. Those of a run that is deleted go with it.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan KeepSent { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Whether webhooks may go to private, link-local and loopback addresses.</summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>Where people reach the host, such as <c>https://monolith.example.org</c>; without it notifications carry no link to the run.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The secrets webhooks are signed with, by the receiver's host name; <c>default</c> for all others.</summary>
    [DataType(DataType.Password)]
    public Dictionary<string, string> Secrets { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SmtpOptions Smtp { get; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is not null && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return new ValidationResult("Give an address such as https://monolith.example.org.", [nameof(PublicUrl)]);
    }
}
