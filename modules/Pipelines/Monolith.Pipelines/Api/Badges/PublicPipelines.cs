using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts.Projects;

namespace Monolith.Pipelines.Api.Badges;

/// <summary>The pipelines whose badges are for everybody.</summary>
internal sealed class PublicPipelines(IOptions<BadgeOptions> options)
{
    private const char AnyText = '*';

    public static string? Fault(string pattern) =>
        pattern.Split('/') is [var project, { Length: > 0 }] && Project.IsName(project.Replace(AnyText, 'x'))
            ? null
            : $"'{pattern}' is no pattern such as default/checkout, default/* or */*: a project, a slash and a pipeline's name.";

    public bool Include(string project, string name) => options.Value.Public.Exists(pattern =>
        pattern.Split('/') is [var projects, var names] && Fits(projects, project) && Fits(names, name));

    // Patterns are as long as somebody types; none may cost more than its length.
    private static bool Fits(string pattern, string text) =>
        Regex.IsMatch(text, $@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}\z", RegexOptions.NonBacktracking | RegexOptions.Singleline);
}
