using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Loading;

/// <summary>Checks what an agent says of itself and copies it, so that nothing of the plugin is kept.</summary>
internal static partial class DescriptorRules
{
    /// <exception cref="BrokenPluginException">It is not as it must be.</exception>
    public static AgentListing Listing(IAgent agent, PluginFolder folder, string contentHash)
    {
        var descriptor = agent.Descriptor ?? throw new BrokenPluginException($"{agent.GetType().Name} has no descriptor.");
        if (descriptor.Name is null || !AgentName().IsMatch(descriptor.Name))
            throw new BrokenPluginException($"'{descriptor.Name}' is not an agent's name: use lower-case letters, digits and '-'.");
        if (string.IsNullOrWhiteSpace(descriptor.Version))
            throw new BrokenPluginException($"The agent '{descriptor.Name}' has no version.");
        if (descriptor.Actions is not { Count: > 0 })
            throw new BrokenPluginException($"The agent '{descriptor.Name}' has no action.");
        if (descriptor.Actions.GroupBy(action => action.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new BrokenPluginException($"The agent '{descriptor.Name}' has two actions called '{twice.Key}'.");

        return new AgentListing(
            descriptor.Name,
            descriptor.Version,
            descriptor.Description ?? "",
            AgentStatus.Loaded,
            Reason: null,
            folder.Name,
            contentHash,
            [.. descriptor.Actions.Select(action => Action(descriptor.Name, action))]);
    }

    private static ActionListing Action(string agent, AgentAction action)
    {
        if (action.Name is null || !ActionName().IsMatch(action.Name))
            throw new BrokenPluginException($"'{action.Name}' is not an action's name: use lower-case letters, digits, '-' and '_'.");
        try
        {
            using var schema = JsonDocument.Parse(action.ParametersSchema);
            if (schema.RootElement.ValueKind != JsonValueKind.Object)
                throw new BrokenPluginException($"The parameters schema of {agent}.{action.Name} is not a JSON object.");
            return new ActionListing(action.Name, action.Description ?? "", schema.RootElement.Clone());
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentNullException)
        {
            throw new BrokenPluginException($"The parameters schema of {agent}.{action.Name} is not JSON: {wrong.Message}");
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex AgentName();

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex ActionName();
}
