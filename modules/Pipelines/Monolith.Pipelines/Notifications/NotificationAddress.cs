using System.Net;
using System.Text.RegularExpressions;

namespace Monolith.Pipelines.Notifications;

/// <summary>Where a definition may send notifications to.</summary>
internal static partial class NotificationAddress
{
    public const int MostCharacters = 2_000;

    private const string MailScheme = "mailto:";
    private const string CloudEvents = "cloudevents+";

    /// <returns>What is wrong and how to mend it; null when it can be sent to.</returns>
    public static string? FaultOf(string address)
    {
        if (address.Length > MostCharacters)
            return $"Give at most {MostCharacters} characters.";
        if (address.StartsWith(MailScheme, StringComparison.OrdinalIgnoreCase))
            return Mailbox().IsMatch(address[MailScheme.Length..]) ? null : "Give one mailbox, without parameters, such as mailto:someone@example.org.";
        var place = address.StartsWith(CloudEvents, StringComparison.OrdinalIgnoreCase) ? address[CloudEvents.Length..] : address;
        if (!Uri.TryCreate(place, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            return "Give an address that starts with https://, cloudevents+https:// or mailto:.";
        if (url.UserInfo.Length > 0)
            return "Take the user name and password out of the address: definitions are shown to everybody.";
        if (url.Fragment.Length > 0)
            return "Take the part from # on away; it would not be sent.";
        return url.Scheme == "http" && !IsThisMachine(url) ? "Give https://; http:// is taken for this machine's own addresses only, such as http://localhost:9000." : null;
    }

    private static bool IsThisMachine(Uri url) =>
        url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    [GeneratedRegex(@"^[A-Za-z0-9._+'-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox();
}
