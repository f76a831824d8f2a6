using System.Globalization;
using System.Text.Json;
using Monolith.Plugins.Scaffold.Rendering;
using Monolith.Plugins.Scaffold.Templates;

namespace Monolith.Plugins.Scaffold.Create;

/// <summary>What a template's expressions see.</summary>
internal static class TemplateValues
{
    public static Outcome<IReadOnlyDictionary<string, string>> Read(IAgentContext context, Template template) =>
        Read(context, template, context.Parameters.RequiredText("name"), context.Parameters.Value("values"));

    public static Outcome<IReadOnlyDictionary<string, string>> Read(IAgentContext context, Template template, string project, JsonElement? given)
    {
        var name = new ProjectName(project);
        var known = Given(given);
        var faults = Faults(template, known).ToList();
        if (faults.Count > 0)
        {
            return Failed.Validation(string.Join(" ", faults));
        }

        var values = template.Manifest.Options.ToDictionary(option => option.Name, option => known.GetValueOrDefault(option.Name) ?? option.Default!);
        values["name"] = name.Given;
        values["pascal"] = name.Pascal;
        values["camel"] = name.Camel;
        values["kebab"] = name.Kebab;
        values["snake"] = name.Snake;
        values["year"] = context.Time.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture);
        return values;
    }

    private static Dictionary<string, string> Given(JsonElement? values) => values is { ValueKind: JsonValueKind.Object } given
        ? given.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString()! : value.Value.GetRawText())
        : [];

    private static IEnumerable<string> Faults(Template template, Dictionary<string, string> given)
    {
        var options = template.Manifest.Options;
        foreach (var unknown in given.Keys.Where(key => options.All(option => option.Name != key)))
        {
            yield return options.Count == 0
                ? $"values.{unknown}: the template '{template.Name}' takes no values."
                : $"values.{unknown}: the template '{template.Name}' takes {string.Join(", ", options.Select(option => option.Name))}.";
        }

        foreach (var option in options)
        {
            var value = given.GetValueOrDefault(option.Name) ?? option.Default;
            if (value is null)
            {
                yield return $"values.{option.Name}: it is missing ({option.Description}).";
            }
            else if (!option.Fits(value))
            {
                yield return $"values.{option.Name}: it does not fit {option.Pattern} ({option.Description}).";
            }
        }
    }
}
