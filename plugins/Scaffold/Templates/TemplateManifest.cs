using System.Text.Json;

namespace Monolith.Plugins.Scaffold.Templates;

/// <summary>What a template is and what it wants to know.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Description">One sentence for a person.</param>
/// <param name="Options">What it wants to know beside the name.</param>
/// <param name="Includes">Folders beside it, whose files it brings too; a file of its own wins.</param>
internal sealed record TemplateManifest(
    string Kind, string Description, IReadOnlyList<TemplateOption> Options, IReadOnlyList<string> Includes)
{
    public static readonly string[] Kinds = ["app", "service", "library", "cli", "feature", "capability"];

    /// <summary>Whether it is laid into a project that is there already.</summary>
    public bool IsPart => Kind is "feature" or "capability";

    /// <exception cref="TemplateException">It is not as a manifest has to be.</exception>
    public static TemplateManifest Read(string template, byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            var kind = root.RequiredText("kind");
            if (!Kinds.Contains(kind))
            {
                throw new TemplateException(template, $"its kind '{kind}' is none of {string.Join(", ", Kinds)}");
            }

            return new TemplateManifest(kind, root.RequiredText("description"), [.. OptionsOf(template, root)], [.. root.Elements("includes").Select(include => include.GetString() ?? "")]);
        }
        catch (Exception fault) when (fault is JsonException or ParameterException or InvalidOperationException)
        {
            throw new TemplateException(template, $"its {Template.ManifestFile} cannot be read: {fault.Message}");
        }
    }

    private static IEnumerable<TemplateOption> OptionsOf(string template, JsonElement root)
    {
        if (root.Value("options") is not { } options)
        {
            yield break;
        }

        foreach (var option in options.EnumerateObject())
        {
            yield return TemplateOption.Read(template, option.Name, option.Value);
        }
    }
}
