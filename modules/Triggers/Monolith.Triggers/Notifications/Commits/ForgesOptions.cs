using System.ComponentModel.DataAnnotations;
using Monolith.Triggers.Hooks.Repositories;

namespace Monolith.Triggers.Notifications.Commits;

/// <summary>Section <c>Forges</c>: where commits are told what became of the runs they started, and whose definitions are read there.</summary>
public sealed class ForgesOptions : IValidatableObject
{
    /// <summary>GitHub's API; of an Enterprise Server <c>https://HOST/api/v3</c>.</summary>
    public string GitHubApi { get; set; } = "https://api.github.com";

    /// <summary>GitLab's API; of a host of your own <c>https://HOST/api/v4</c>.</summary>
    public string GitLabApi { get; set; } = "https://gitlab.com/api/v4";

    /// <summary>Repositories whose own definitions start runs, by a name of the operator's choice; none is read that is not here.</summary>
    public Dictionary<string, RepositoryOptions> Repositories { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, api) in new[] { (nameof(GitHubApi), GitHubApi), (nameof(GitLabApi), GitLabApi) })
        {
            if (!Uri.TryCreate(api, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
                yield return new ValidationResult("Give an address that starts with https://; a token is sent there.", [name]);
        }
    }
}
