using System.Text.Json.Nodes;
using Monolith.Plugins.Git.Running;

namespace Monolith.Plugins.Git.Info;

/// <summary>What is checked out in a repository.</summary>
/// <param name="Branch">Null when no branch is checked out.</param>
internal sealed record RepositoryInfo(string Commit, string? Branch, string Author, string CommittedAt, string Message)
{
    private const char Separator = '\u001f';

    public static async Task<Outcome<RepositoryInfo>> ReadAsync(
        GitProgram git, string folder, CancellationToken cancellationToken)
    {
        var log = await git.RunAsync(folder, ["log", "-1", "--format=%H%x1f%an <%ae>%x1f%cI%x1f%B"], cancellationToken);
        if (log.ExitCode != 0)
        {
            return GitFailure.Of("Reading the repository's last commit", log);
        }

        var branch = await git.RunAsync(folder, ["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken);
        var fields = log.StandardOutput.Split(Separator, 4);
        return new RepositoryInfo(
            fields[0].Trim(), branch.ExitCode == 0 ? branch.StandardOutput.Trim() : null, fields[1], fields[2], fields[3].Trim());
    }

    public JsonObject ToOutputs(IAgentContext context, string folder) => new()
    {
        ["commit"] = Commit,
        ["branch"] = Branch,
        ["author"] = Author,
        ["committedAt"] = CommittedAt,
        ["message"] = Message.Cut(10_000),
        ["path"] = WorkspacePath.Relative(context, folder),
    };
}
