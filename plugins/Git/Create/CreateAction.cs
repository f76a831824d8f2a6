using Monolith.Plugins.Git.Addresses;
using Monolith.Plugins.Git.Clone;
using Monolith.Plugins.Git.Info;
using Monolith.Plugins.Git.Running;

namespace Monolith.Plugins.Git.Create;

internal sealed class CreateAction : IPluginAction
{
    private const string AuthorName = "Monolith";
    private const string AuthorMail = "monolith@example.invalid";

    public AgentAction Description { get; } = new(
        "create", "Makes a repository with real history from folders, each laid over the one before.", CreateSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var branch = context.Parameters.Text("branch") ?? "main";
        if (RefName.Check("branch", branch) is { } fault)
        {
            return fault;
        }

        var commits = new List<CommitRequest>();
        foreach (var element in context.Parameters.Elements("commits"))
        {
            if (!CommitRequest.Read(context, element).Try(out var commit, out var commitFault))
            {
                return commitFault;
            }

            commits.Add(commit);
        }

        return TargetFolder.Resolve(context, context.Parameters.RequiredText("path")).Try(out var target, out var failure)
            ? await MakeAsync(context, target, branch, commits, cancellationToken)
            : failure;
    }

    private static async Task<AgentResult> MakeAsync(
        IAgentContext context, string target, string branch, List<CommitRequest> commits, CancellationToken cancellationToken)
    {
        var git = GitProgram.Prepare(context);
        var partial = Path.Combine(git.PrivateFolder, "partial");
        Directory.CreateDirectory(partial);
        var fault = await StepAsync(git, partial, ["init", "--quiet", $"--initial-branch={branch}"], null, cancellationToken);
        foreach (var commit in commits)
        {
            fault ??= await CommitAsync(git, partial, commit, isFirst: ReferenceEquals(commit, commits[0]), cancellationToken);
        }

        if (fault is not null)
        {
            return fault;
        }

        if (!(await RepositoryInfo.ReadAsync(git, partial, cancellationToken)).Try(out var info, out var failure))
        {
            return failure;
        }

        var outputs = info.ToOutputs(context, target);
        outputs["commits"] = commits.Count;
        return await TargetFolder.LayAsync(context, git, partial, target, cancellationToken)
            ?? AgentResult.Success() with { Outputs = outputs };
    }

    private static async Task<AgentResult?> CommitAsync(
        GitProgram git, string folder, CommitRequest commit, bool isFirst, CancellationToken cancellationToken)
    {
        Overlay.Lay(commit.From, folder);
        var environment = new Dictionary<string, string?>
        {
            ["GIT_AUTHOR_NAME"] = AuthorName,
            ["GIT_AUTHOR_EMAIL"] = AuthorMail,
            ["GIT_AUTHOR_DATE"] = commit.GitDate,
            ["GIT_COMMITTER_NAME"] = AuthorName,
            ["GIT_COMMITTER_EMAIL"] = AuthorMail,
            ["GIT_COMMITTER_DATE"] = commit.GitDate,
        };

        // Without what git remembers of sizes and dates: a copy may have those of the file it replaces.
        return (isFirst ? null : await StepAsync(git, folder, ["read-tree", "HEAD"], null, cancellationToken))
            ?? await StepAsync(git, folder, ["add", "--all"], null, cancellationToken)
            ?? await StepAsync(
                git, folder, ["commit", "--no-verify", $"--message={commit.Message}"], environment, cancellationToken);
    }

    private static async Task<AgentResult?> StepAsync(
        GitProgram git, string folder, IReadOnlyList<string> arguments, Dictionary<string, string?>? environment,
        CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(folder, arguments, cancellationToken, log: true, environment);
        return result.ExitCode == 0 ? null : GitFailure.Of($"git {arguments[0]}", result);
    }
}
