using System.Text.RegularExpressions;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Features.Api.Http;
using Monolith.Features.Storing;
using Monolith.Kernel;

namespace Monolith.Features.Api;

/// <summary>What a request may say; all that is wrong is told at once.</summary>
internal static partial class FeatureRules
{
    private const int MostNames = 1000;

    private static readonly string[] Roles = [.. Enum.GetNames<AccessRole>().Select(name => name.ToLowerInvariant())];

    public static Result<FeatureAudience> Check(FeatureRequest request)
    {
        List<Problem> problems =
        [
            .. request.Enabled is null ? [Wrong("Give true or false.", "enabled")] : Array.Empty<Problem>(),
            .. request.Percentage is null or (>= 0 and <= 100) ? [] : new[] { Wrong("Give a number from 0 to 100.", "percentage") },
            .. Names(request.People, "people", name => Person().IsMatch(name), "a name of 1 to 128 printable characters"),
            .. Names(request.Projects, "projects", Project.IsName, "the name of a project: lower-case letters, digits, '-' and '_', at most 63, a letter or digit first"),
            .. Names(request.Roles, "roles", name => Roles.Contains(name.ToLowerInvariant()), string.Join(", ", Roles)),
        ];
        return problems.Count > 0
            ? Result<FeatureAudience>.Failed(problems)
            : new FeatureAudience(request.Percentage, Of(request.People), Of(request.Projects), Of(request.Roles?.Select(role => role!.ToLowerInvariant())));
    }

    private static string[] Of(IEnumerable<string?>? names) => [.. (names ?? []).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static IEnumerable<Problem> Names(IReadOnlyList<string?>? names, string path, Func<string, bool> isRight, string right)
    {
        if (names?.Count > MostNames)
            return [Wrong($"Give {MostNames} names at most.", path)];
        return (names ?? []).Index().Where(name => name.Item is null || !isRight(name.Item)).Select(name => Wrong($"Give {right}.", $"{path}[{name.Index}]"));
    }

    private static Problem Wrong(string message, string path) => new(ErrorCodes.ValidationError, message, path);

    [GeneratedRegex(@"\A[^\p{C}]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Person();
}
