using System.Text.RegularExpressions;
using Monolith.Agents.Sdk;

namespace Monolith.Models.Asking;

/// <summary>What is wrong with the tools of a request.</summary>
internal static partial class ToolRules
{
    public static IEnumerable<string> Faults(IReadOnlyList<ModelTool> tools)
    {
        foreach (var tool in tools)
        {
            if (!Name().IsMatch(tool.Name))
                yield return $"Tools: '{tool.Name}' is not 1 to 64 letters, digits, _ and -.";
            if (AnswerSchema.Fault(tool.ParametersSchema) is { } fault)
                yield return $"Tools: the schema of '{tool.Name}': {fault}";
        }

        foreach (var twice in tools.GroupBy(tool => tool.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return $"Tools: '{twice.Key}' is there twice.";
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex Name();
}
