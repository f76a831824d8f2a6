using System.Text.RegularExpressions;

namespace Monolith.Plugins.Git.Running;

/// <summary>What a failed git command means for the stage.</summary>
internal static partial class GitFailure
{
    public static AgentResult Of(string doing, ProgramResult result)
    {
        var lines = Masked(result.LastLines());
        return Network().IsMatch(result.StandardError) ? Failed.Network($"{doing} did not reach the server: {lines}")
            : Refused().IsMatch(result.StandardError) ? Failed.Execution(
                $"{doing} was refused by the server. Does the stage declare the secret {RemoteCredentials.SecretName}? {lines}")
            : Failed.Execution($"{doing} failed: {lines}");
    }

    /// <summary>Takes user names and passwords out of URLs.</summary>
    public static string Masked(string text) => UserInfo().Replace(text, "://***@");

    [GeneratedRegex("://[^/@\\s'\"]+@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();

    [GeneratedRegex(
        """
        Could\ not\ resolve\ (host|proxy)|Temporary\ failure\ in\ name\ resolution|Name\ or\ service\ not\ known
        |unable\ to\ look\ up|Connection\ (refused|timed\ out|reset|closed)|Couldn't\ connect|Failed\ to\ connect
        |Operation\ (timed\ out|too\ slow)|(Network\ is|Host)\ unreachable|No\ route\ to\ host
        |Empty\ reply\ from\ server|Recv\ failure|Send\ failure|SSL_ERROR_SYSCALL|gnutls_handshake|early\ EOF
        |RPC\ failed|The\ remote\ end\ hung\ up|unexpected\ disconnect|The\ requested\ URL\ returned\ error:\ (429|5\d\d)
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Network();

    [GeneratedRegex(
        "Authentication failed|could not read (Username|Password)|Permission denied"
        + "|returned error: (401|403|404)|Repository not found",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Refused();
}
