using System.Globalization;
using Monolith.Plugins.Git.Running;

namespace Monolith.Plugins.Git.Info;

internal sealed class InfoAction : IPluginAction
{
    private const string Schema = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "path": {
              "type": "string", "minLength": 1,
              "description": "The repository's folder in the workspace; 'source' by default."
            }
          }
        }
        """;

    public AgentAction Description { get; } = new(
        "info", "Gives commit, branch, author, date and message of what is checked out, and whether files were changed.", Schema);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!WorkspacePath.ResolveFolder(context, context.Parameters.Text("path") ?? Clone.CloneRequest.DefaultFolder)
            .Try(out var folder, out var failure))
        {
            return failure;
        }

        var git = GitProgram.Prepare(context);
        if (!(await RepositoryInfo.ReadAsync(git, folder, cancellationToken)).Try(out var info, out failure))
        {
            return failure;
        }

        var status = await git.RunAsync(folder, ["status", "--porcelain"], cancellationToken);
        var count = await git.RunAsync(folder, ["rev-list", "--count", "HEAD"], cancellationToken);
        if (status.ExitCode != 0 || count.ExitCode != 0)
        {
            return GitFailure.Of("Reading the repository's state", status.ExitCode != 0 ? status : count);
        }

        var outputs = info.ToOutputs(context, folder);
        outputs["changed"] = !string.IsNullOrWhiteSpace(status.StandardOutput);
        outputs["commits"] = long.Parse(count.StandardOutput.Trim(), CultureInfo.InvariantCulture);
        return AgentResult.Success() with { Outputs = outputs };
    }
}
