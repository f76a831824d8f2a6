using Monolith.Plugins.Scaffold.Create;
using Monolith.Plugins.Scaffold.Rendering;
using Monolith.Plugins.Scaffold.Templates;

namespace Monolith.Plugins.Scaffold.Materials;

/// <summary>The template that a plan goes on from: its files, as they are with every option at its default.</summary>
internal static class BaseTemplate
{
    /// <param name="context">The stage.</param>
    /// <param name="name">The template's; null for none, which has no files.</param>
    /// <param name="folder">Where it lies in the workspace; null for those that come with the agent.</param>
    /// <param name="project">The project's name.</param>
    public static Outcome<IReadOnlyList<(string Path, byte[] Content)>> Render(IAgentContext context, string? name, string? folder, string project)
    {
        if (name is null)
            return Array.Empty<(string, byte[])>();

        var own = default(string);
        if (folder is not null && !WorkspacePath.ResolveFolder(context, folder).Try(out own, out var failure))
            return failure;

        try
        {
            var templates = own is null ? TemplateShelf.BuiltIn() : TemplateShelf.In(own);
            if (templates.FirstOrDefault(template => template.Name == name) is not { } found)
                return Failed.Validation($"There is no template '{name}'; there is {string.Join(", ", templates.Select(template => template.Name))}.");
            return TemplateValues.Read(context, found, project, given: null).Try(out var values, out var wanting)
                ? new List<(string, byte[])>(new Renderer(name, values).Render(found.Files))
                : Failed.Validation($"'{name}' cannot be the base of a plan, since it wants values: {wanting.Error!.Message}");
        }
        catch (TemplateException fault)
        {
            return Failed.Validation(fault.Message);
        }
    }
}
