using System.Text.RegularExpressions;

namespace Monolith.Plugins.Validation.DotNet.Auditing;

internal static partial class FeedTrouble
{
    public static bool IsIn(string message) => Trouble().IsMatch(message);

    [GeneratedRegex(
        "Unable to load the service index|NU1301|Failed to retrieve information|Connection refused|timed out"
        + "|Name or service not known|No such host|Network is unreachable|actively refused|Resource temporarily unavailable",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();
}
