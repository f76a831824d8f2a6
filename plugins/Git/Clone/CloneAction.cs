using Monolith.Plugins.Git.Info;
using Monolith.Plugins.Git.Running;

namespace Monolith.Plugins.Git.Clone;

internal sealed class CloneAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "clone", "Clones a repository at a branch, tag or commit into a folder of the workspace.", CloneSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!CloneRequest.Read(context).Try(out var request, out var failure)
            || !RemoteCredentials.For(context, request.Address).Try(out var credentials, out failure))
        {
            return failure;
        }

        var git = GitProgram.Prepare(context, credentials);
        var present = await TargetFolder.CleanRepositoryAsync(git, request.Target, cancellationToken);
        if (present is not null && present.Commit == request.Commit)
        {
            return Done(context, request, present);
        }

        var partial = Path.Combine(git.PrivateFolder, "partial");
        if (await Fetch.RunAsync(git, request, partial, cancellationToken) is { } fault)
        {
            return fault;
        }

        if (!(await RepositoryInfo.ReadAsync(git, partial, cancellationToken)).Try(out var fetched, out failure))
        {
            return failure;
        }

        if (present?.Commit == fetched.Commit)
        {
            Folders.Delete(partial);
            return Done(context, request, present);
        }

        return await TargetFolder.LayAsync(context, git, partial, request.Target, cancellationToken)
            ?? Done(context, request, fetched);
    }

    private static AgentResult Done(IAgentContext context, CloneRequest request, RepositoryInfo info)
    {
        context.Log.Info($"{WorkspacePath.Relative(context, request.Target)} is at {info.Commit} ({info.Branch ?? "no branch"})");
        return AgentResult.Success() with { Outputs = info.ToOutputs(context, request.Target) };
    }
}
