using Monolith.Plugins.Git.Addresses;

namespace Monolith.Plugins.Git.Running;

/// <summary>What git answers when a server asks who is there.</summary>
/// <param name="Origin">Scheme, host and port: no other server is told.</param>
internal sealed record RemoteCredentials(string Origin, string User, string Password)
{
    public const string SecretName = "GIT_TOKEN";

    // Hosts that know tokens take any name, or this one.
    private const string AnyUser = "x-access-token";

    /// <summary>Of an origin that no question names.</summary>
    public static RemoteCredentials None { get; } = new("none", "", "");

    /// <summary>The URL's own user and password, else the secret GIT_TOKEN.</summary>
    public static Outcome<RemoteCredentials> For(IAgentContext context, RemoteAddress address)
    {
        if (address.Web is not { } url || (address.Password ?? context.Secrets.Find(SecretName)) is not { Length: > 0 } password)
        {
            return None;
        }

        if (url.Scheme == "http" && !url.IsLoopback)
        {
            return Failed.Validation("Passwords and tokens are not sent over plain http. Use the repository's https address.");
        }

        return password.Any(char.IsControl)
            ? Failed.Validation("The repository's password or token holds control characters, such as a line break at its end.")
            : new RemoteCredentials(url.GetLeftPart(UriPartial.Authority), address.User ?? AnyUser, password);
    }
}
