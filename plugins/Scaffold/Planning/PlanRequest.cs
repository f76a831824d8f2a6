using Monolith.Plugins.Scaffold.Materials;
using Monolith.Plugins.Scaffold.Templates;

namespace Monolith.Plugins.Scaffold.Planning;

/// <summary>What a stage wants planned.</summary>
/// <param name="Requirements">In words.</param>
/// <param name="Kind">One of <see cref="TemplateManifest.Kinds"/>.</param>
/// <param name="Into">Absolute path of the plan's file.</param>
internal sealed record PlanRequest(string Requirements, string Kind, string Into)
{
    public string? Name { get; init; }

    public string? Template { get; init; }

    public string? Templates { get; init; }

    /// <summary>The template's files, rendered.</summary>
    public IReadOnlyList<(string Path, byte[] Content)> Base { get; init; } = [];

    /// <summary>Absolute path of a project that is there.</summary>
    public string? Project { get; init; }

    public bool MayAsk { get; init; } = true;

    public int MaxTokens { get; init; } = 8_000;

    public static Outcome<PlanRequest> Read(IAgentContext context)
    {
        var parameters = context.Parameters;
        var (faults, kind, name, template) = (new List<AgentResult>(), parameters.RequiredText("kind"), parameters.Text("name"), parameters.Text("template"));
        if (kind is "feature" or "capability" && parameters.Text("project") is null)
            faults.Add(Failed.Validation($"A {kind} goes into a project: name its folder in 'project'."));
        if (template is not null && name is null)
            faults.Add(Failed.Validation("With 'template' give 'name' too: the template's files are called after it."));

        IReadOnlyList<(string Path, byte[] Content)>? rendered = [];
        if (name is not null && !BaseTemplate.Render(context, template, parameters.Text("templates"), name).Try(out rendered, out var failure))
            faults.Add(failure);
        var project = default(string);
        if (parameters.Text("project") is { } folder && !WorkspacePath.ResolveFolder(context, folder).Try(out project, out failure))
            faults.Add(failure);
        if (!PlanFile.Place(context).Try(out var into, out failure))
            faults.Add(failure);
        if (faults.Count > 0)
            return faults.Count == 1 ? faults[0] : Failed.Validation(string.Join(' ', faults.Select(fault => fault.Error!.Message)));

        return new PlanRequest(parameters.RequiredText("requirements"), kind, into!)
        {
            Name = name,
            Template = template,
            Templates = parameters.Text("templates"),
            Base = rendered!,
            Project = project,
            MayAsk = parameters.Flag("questions", otherwise: true),
            MaxTokens = parameters.Integer("maxTokens") ?? 8_000,
        };
    }
}
