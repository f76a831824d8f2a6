using System.Text.Json;
using System.Xml;
using Monolith.Plugins.Validation.DotNet;

namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>Finds out what kind of repository it is and hands the action to that kind's tools.</summary>
internal sealed class ToolchainAction(
    string name, string description, string schema,
    Func<IToolchain, ValidationJob, CancellationToken, Task<AgentResult>> act) : IPluginAction
{
    private const string DefaultFolder = "source";

    private static readonly IToolchain[] Known = [new DotNetToolchain()];

    public AgentAction Description { get; } = new(name, description, schema);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var path = context.Parameters.Text("path") ?? DefaultFolder;
        if (!WorkspacePath.ResolveFolder(context, path).Try(out var folder, out var failure))
        {
            return failure;
        }

        if (Known.FirstOrDefault(tools => tools.Recognises(folder)) is not { } tools)
        {
            var known = string.Join("; ", Known.Select(tools => $"{tools.Name} ({tools.RecognisedBy})"));
            return Failed.Workspace($"What '{path}' holds is of no known kind. Known are: {known}");
        }

        try
        {
            return await act(tools, new ValidationJob(context, folder), cancellationToken);
        }
        catch (Exception fault) when (fault is XmlException or JsonException or FormatException)
        {
            return Failed.Execution($"A report of the tools cannot be read, so nothing is known: {fault.Message}");
        }
    }
}
