using Monolith.Plugins.Git.Addresses;
using Monolith.Plugins.Git.Clone;
using Monolith.Plugins.Git.Info;
using Monolith.Plugins.Git.Running;

namespace Monolith.Plugins.Git.Push;

internal sealed class PushAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "push", "Pushes what is checked out to a branch of a remote repository.", PushSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var parameters = context.Parameters;
        var branch = parameters.Text("branch");
        if (RefName.Check("branch", branch) is { } fault)
        {
            return fault;
        }

        var git = GitProgram.Prepare(context);
        var path = parameters.Text("path") ?? CloneRequest.DefaultFolder;
        if (!WorkspacePath.ResolveFolder(context, path).Try(out var folder, out var failure)
            || !(await RepositoryInfo.ReadAsync(git, folder, cancellationToken)).Try(out var info, out failure)
            || !(await AddressAsync(context, git, folder, cancellationToken)).Try(out var address, out failure)
            || !RemoteCredentials.For(context, address).Try(out var credentials, out failure))
        {
            return failure;
        }

        return (branch ?? info.Branch) is { } target
            ? await PushAsync(context, GitProgram.Prepare(context, credentials), folder, address, info, target, cancellationToken)
            : Failed.Validation("No branch is checked out, so 'branch' must say where to push to.");
    }

    private static async Task<AgentResult> PushAsync(
        IAgentContext context, GitProgram git, string folder, RemoteAddress address, RepositoryInfo info, string branch,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<string> force = context.Parameters.Flag("force") ? ["--force"] : [];
        var result = await git.RunAsync(
            folder, ["push", .. force, "--", address.Text, $"HEAD:refs/heads/{branch}"], cancellationToken, log: true);
        if (result.ExitCode != 0)
        {
            return GitFailure.Of($"Pushing to '{branch}'", result);
        }

        var outputs = info.ToOutputs(context, folder);
        outputs["branch"] = branch;
        return AgentResult.Success() with { Outputs = outputs };
    }

    private static async Task<Outcome<RemoteAddress>> AddressAsync(
        IAgentContext context, GitProgram git, string folder, CancellationToken cancellationToken)
    {
        var remote = context.Parameters.Text("remote") ?? "origin";
        if (RefName.Check("remote", remote) is not null)
        {
            return RemoteAddress.Parse(context, remote);
        }

        var known = await git.RunAsync(folder, ["remote", "get-url", "--push", "--", remote], cancellationToken);
        return RemoteAddress.Parse(context, known.ExitCode == 0 ? known.StandardOutput.Trim() : remote);
    }
}
