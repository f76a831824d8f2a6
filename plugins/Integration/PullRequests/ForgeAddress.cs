using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>Where a server's API is and how one says who one is.</summary>
/// <param name="Repository"><c>owner/name</c>; GitLab's may have groups within groups.</param>
internal sealed record ForgeAddress(Uri Api, string Repository, string SecretName, string Token, string TokenHeader, string TokenPrefix)
{
    public const string GitHub = "github";

    public static ForgeAddress Read(IAgentContext context)
    {
        var parameters = context.Parameters;
        var isGitHub = parameters.RequiredText("provider") == GitHub;
        var api = new Uri(parameters.Text("api") ?? (isGitHub ? "https://api.github.com" : "https://gitlab.com/api/v4"));
        if (api.Scheme != "https" && !(api.Scheme == "http" && api.IsLoopback))
        {
            throw StageEndException.Validation("'api' must be an https address: tokens are not sent over plain http.");
        }

        if (api.UserInfo.Length > 0 || api.Query.Length > 0)
        {
            throw StageEndException.Validation("'api' cannot hold a user name, a password or a query; the token is a secret of the stage.");
        }

        var name = isGitHub ? "GITHUB_TOKEN" : "GITLAB_TOKEN";
        var token = context.Secrets.Find(name);
        if (token is not { Length: > 0 } || token.Any(letter => char.IsControl(letter) || letter > '~'))
        {
            throw StageEndException.Validation($"The stage needs the secret {name}: it must declare it and a store must hold it, without a line break.");
        }

        return isGitHub
            ? new ForgeAddress(api, parameters.RequiredText("repository"), name, token, "Authorization", "Bearer ")
            : new ForgeAddress(api, parameters.RequiredText("repository"), name, token, "PRIVATE-TOKEN", "");
    }
}
