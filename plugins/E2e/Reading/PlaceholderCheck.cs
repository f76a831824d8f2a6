using System.Text.RegularExpressions;
using Monolith.Plugins.E2e.Scenarios;
using YamlDotNet.RepresentationModel;

namespace Monolith.Plugins.E2e.Reading;

/// <summary>Placeholders must stand for something, and secrets only where they are not shown.</summary>
internal static partial class PlaceholderCheck
{
    public static void Look(Step step, YamlNode at, IReadOnlyDictionary<string, string> variables, Faults faults)
    {
        var word = step.Kind.Word();
        foreach (var name in step.Texts.SelectMany(Placeholders.In).Distinct())
        {
            if (Placeholders.IsSecret(name))
            {
                if (!SecretName().IsMatch(Placeholders.SecretName(name)))
                    faults.Add(at, $"{word}: '${{{name}}}' names no secret; names hold letters, digits, dots, hyphens and underscores.");
            }
            else if (!variables.ContainsKey(name))
            {
                faults.Add(at, $"{word}: there is no variable '{name}'. Give it under 'variables', here or in the stage; a secret is written ${{secrets.NAME}}.");
            }
        }

        if (Shown(step).Any(Placeholders.HasSecret))
            faults.Add(at, $"{word}: a secret may only stand in the value of fill, and in headers and body of request, for all else is shown.");
        if (step.Kind is StepKind.Page or StepKind.Screenshot && Placeholders.In(step.Text).Any())
            faults.Add(at, $"{word}: a name cannot hold placeholders.");
    }

    private static IEnumerable<string> Shown(Step step) => step switch
    {
        { Kind: StepKind.Fill } => step.On?.Texts ?? [],
        { Call: { } call } => [call.Url, call.Contains ?? "", .. call.Json.Values],
        _ => step.Texts,
    };

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_.-]*$")]
    private static partial Regex SecretName();
}
