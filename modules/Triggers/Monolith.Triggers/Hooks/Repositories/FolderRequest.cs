using Monolith.Triggers.Notifications.Commits;

namespace Monolith.Triggers.Hooks.Repositories;

/// <summary>How each forge is asked for a folder and for what is in a file.</summary>
/// <remarks>https://docs.github.com/rest/repos/contents, https://docs.gitlab.com/api/repositories and /repository_files.</remarks>
internal static class FolderRequest
{
    private const string Raw = "application/vnd.github.raw+json";

    public static HttpRequestMessage List(ForgesOptions forges, CommitFolder folder, string token) => folder.Forge == ForgeRequest.GitHub
        ? ForgeRequest.Make(HttpMethod.Get, folder.Forge, $"{GitHub(forges, folder)}/contents/{CommitFolder.Name}?ref={folder.Sha}", token)
        : ForgeRequest.Make(HttpMethod.Get, folder.Forge, $"{GitLab(forges, folder)}/tree?path={CommitFolder.Name}&ref={folder.Sha}&per_page=100", token);

    /// <param name="forges">Where forges are.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="file">A name of its listing.</param>
    /// <param name="token">May read the repository.</param>
    public static HttpRequestMessage Read(ForgesOptions forges, CommitFolder folder, string file, string token) => folder.Forge == ForgeRequest.GitHub
        ? ForgeRequest.Make(HttpMethod.Get, folder.Forge, $"{GitHub(forges, folder)}/contents/{CommitFolder.Name}/{Uri.EscapeDataString(file)}?ref={folder.Sha}", token, Raw)
        : ForgeRequest.Make(HttpMethod.Get, folder.Forge, $"{GitLab(forges, folder)}/files/{Uri.EscapeDataString($"{CommitFolder.Name}/{file}")}/raw?ref={folder.Sha}", token);

    private static string GitHub(ForgesOptions forges, CommitFolder folder) => $"{forges.GitHubApi.TrimEnd('/')}/repos/{folder.Repository}";

    /// <summary>By its name and not by the payload's number: the name is what the operator connected.</summary>
    private static string GitLab(ForgesOptions forges, CommitFolder folder) => $"{forges.GitLabApi.TrimEnd('/')}/projects/{Uri.EscapeDataString(folder.Repository)}/repository";
}
