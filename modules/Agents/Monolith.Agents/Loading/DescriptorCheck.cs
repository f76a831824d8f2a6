using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>Copies a descriptor into the host's own records, or says everything that is wrong with it.</summary>
internal static partial class DescriptorCheck
{
    private const int LongestName = 64;

    public static Result<AgentListing> Check(AgentDescriptor? descriptor, string type, string plugin, string contentHash)
    {
        if (descriptor is null)
            return LoadFault.Failed($"The descriptor of {type} is null.");

        var faults = new List<string>();
        CheckHead(descriptor, faults);
        var actions = Actions(descriptor.Actions ?? [], faults);
        var capabilities = ManifestCheck.Copy(descriptor.Capabilities, faults);
        if (faults.Count > 0)
            return LoadFault.Failed($"The descriptor of {type} is not valid: {string.Join(" ", faults)}");

        var (name, version, description, _) = descriptor;
        return new AgentListing(name, version, description ?? "", AgentStatus.Loaded, null, plugin, contentHash, actions) { Capabilities = capabilities };
    }

    private static void CheckHead(AgentDescriptor descriptor, List<string> faults)
    {
        if (!IsName(descriptor.Name, AgentName()))
            faults.Add($"Its name '{descriptor.Name}' is not 1 to {LongestName} lower-case letters, digits and single hyphens.");
        if (descriptor.Version is null || !SemanticVersion().IsMatch(descriptor.Version))
            faults.Add($"Its version '{descriptor.Version}' is not a semantic version such as 1.2.0.");
        if (descriptor.Actions is null or [])
            faults.Add("It has no action.");
    }

    private static List<ActionListing> Actions(IReadOnlyList<AgentAction> actions, List<string> faults)
    {
        var listings = new List<ActionListing>(actions.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            if (action is null || !IsName(action.Name, ActionName()))
                faults.Add($"The action name '{action?.Name}' is not lower-case letters, digits, hyphens and underscores.");
            else if (!names.Add(action.Name))
                faults.Add($"The action '{action.Name}' is there twice.");
            else if (Schema(action, faults) is { } schema)
                listings.Add(new ActionListing(action.Name, action.Description ?? "", schema));
        }

        return listings;
    }

    private static JsonElement? Schema(AgentAction action, List<string> faults)
    {
        try
        {
            var schema = JsonElement.Parse(action.ParametersSchema ?? "");
            if (schema.ValueKind == JsonValueKind.Object)
                return schema;
            faults.Add($"The schema of the action '{action.Name}' is not a JSON object.");
        }
        catch (JsonException fault)
        {
            faults.Add($"The schema of the action '{action.Name}' is not JSON: {fault.Message}");
        }

        return null;
    }

    private static bool IsName(string? name, Regex form) => name is { Length: <= LongestName } && form.IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex AgentName();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]*\z")]
    private static partial Regex ActionName();

    [GeneratedRegex(@"\A(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?\z")]
    private static partial Regex SemanticVersion();
}
