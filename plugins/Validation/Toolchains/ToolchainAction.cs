using Monolith.Plugins.Validation.Reporting;

namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>Finds out what kind of repository it is and hands the action to that kind's tools.</summary>
internal sealed class ToolchainAction(string description, string schema, Check check) : IPluginAction
{
    public AgentAction Description { get; } = new(check.Name, description, schema);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!Repository.Open(context).Try(out var repository, out var failure))
        {
            return failure;
        }

        var report = await check.RunAsync(repository.Tools, repository.Job, cancellationToken);
        SectionFile.Write(context, [Section.Of(context, repository.Tools, check, report)]);
        return report.Result;
    }
}
