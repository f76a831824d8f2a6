using System.Text.RegularExpressions;

namespace Monolith.Plugins.Git.Addresses;

/// <summary>Where a repository lives, without the user name and password that its URL may have held.</summary>
/// <param name="Text">What git gets: a URL, <c>user@host:path</c> or an absolute path.</param>
/// <param name="Web">The same as a URL where it is http or https.</param>
/// <param name="User">From the URL.</param>
/// <param name="Password">From the URL; it is never on a command line.</param>
internal sealed partial record RemoteAddress(string Text, Uri? Web, string? User, string? Password)
{
    public static Outcome<RemoteAddress> Parse(IAgentContext context, string text)
    {
        if (Fault(text) is { } fault)
        {
            return Failed.Validation($"The repository address {fault}.");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !text.Contains("://", StringComparison.Ordinal))
        {
            return SecureCopy().IsMatch(text)
                ? new RemoteAddress(text, Web: null, User: null, Password: null)
                : new RemoteAddress(Path.GetFullPath(text, context.Workspace), Web: null, User: null, Password: null);
        }

        return url.Scheme switch
        {
            "http" or "https" => FromWeb(url),
            "ssh" or "git" or "file" => new RemoteAddress(text, Web: null, User: null, Password: null),
            _ => Failed.Validation($"Repositories are reached by https, http, ssh, git, file or a path, not by '{url.Scheme}'."),
        };
    }

    private static RemoteAddress FromWeb(Uri url)
    {
        var user = url.UserInfo.Split(':', 2);
        var bare = new UriBuilder(url) { UserName = "", Password = "" }.Uri;
        return new RemoteAddress(
            bare.AbsoluteUri,
            bare,
            user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null);
    }

    private static string? Fault(string text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => "is empty",
        _ when text[0] == '-' => "cannot begin with a hyphen",
        _ when text.Any(char.IsControl) => "cannot hold control characters",
        _ when TransportHelper().IsMatch(text) => "cannot name a transport helper ('helper::address')",
        _ => null,
    };

    [GeneratedRegex("^[A-Za-z0-9+.-]+::", RegexOptions.CultureInvariant)]
    private static partial Regex TransportHelper();

    [GeneratedRegex("^[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[^:]", RegexOptions.CultureInvariant)]
    private static partial Regex SecureCopy();
}
