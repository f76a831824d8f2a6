using System.Text.Json;
using System.Text.RegularExpressions;

namespace Monolith.Plugins.CodingCli.Limits;

/// <summary>How a program's output tells its cost, and how much that may be.</summary>
internal sealed record CostLimit(Regex Pattern, double? Max)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public static CostLimit? Read(JsonElement? cost)
    {
        if (cost is not { } given)
        {
            return null;
        }

        try
        {
            var pattern = new Regex(given.RequiredText("pattern"), RegexOptions.CultureInvariant, Patience);
            return pattern.GetGroupNumbers().Length > 1
                ? new CostLimit(pattern, given.Value("max")?.GetDouble())
                : throw new ParameterException("cost.pattern", "needs a group, such as in Total cost: \\$([0-9.]+)");
        }
        catch (ArgumentException fault)
        {
            throw new ParameterException("cost.pattern", $"is no regular expression: {fault.Message}");
        }
    }
}
