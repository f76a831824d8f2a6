using System.Text.Json.Nodes;
using Monolith.Plugins.Scaffold.Rendering;
using Monolith.Plugins.Scaffold.Templates;

namespace Monolith.Plugins.Scaffold.Create;

internal sealed class CreateAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "create", "Writes a project, or a part of one, from a template.", CreateSchema.Text);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => Task.FromResult(Create(context));

    private static AgentResult Create(IAgentContext context)
    {
        try
        {
            if (!Find(context).Try(out var template, out var failure)
                || !TemplateValues.Read(context, template).Try(out var values, out failure)
                || !Target(context, values["kebab"], template.Manifest.IsPart).Try(out var target, out failure))
            {
                return failure;
            }

            var files = new Renderer(template.Name, values).Render(template.Files);
            return Layout.Lay(context, target, files, template.Manifest.IsPart) ?? Done(context, template, target, files);
        }
        catch (TemplateException fault)
        {
            return Failed.Validation(fault.Message);
        }
    }

    private static Outcome<Template> Find(IAgentContext context)
    {
        IReadOnlyList<Template> templates;
        if (context.Parameters.Text("templates") is not { } own)
        {
            templates = TemplateShelf.BuiltIn();
        }
        else if (WorkspacePath.ResolveFolder(context, own).Try(out var folder, out var failure))
        {
            templates = TemplateShelf.In(folder);
        }
        else
        {
            return failure;
        }

        var name = context.Parameters.RequiredText("template");
        return templates.FirstOrDefault(template => template.Name == name) is { } found
            ? found
            : Failed.Validation($"There is no template '{name}'; there is {string.Join(", ", templates.Select(template => template.Name))}.");
    }

    private static Outcome<string> Target(IAgentContext context, string usual, bool isPart)
    {
        var path = context.Parameters.Text("path") ?? usual;
        if (!WorkspacePath.Resolve(context, path).Try(out var full, out var failure))
        {
            return failure;
        }

        if (WorkspacePath.IsWithin(full, Path.Combine(context.Workspace, PrivateFolder.Root)))
        {
            return Failed.Workspace($"'{path}' is the host's own folder; name another one.");
        }

        return isPart && !Directory.Exists(full)
            ? Failed.Workspace($"There is no project in '{path}' to lay this into.")
            : full;
    }

    private static AgentResult Done(IAgentContext context, Template template, string target, IReadOnlyList<(string Path, byte[] Content)> files)
    {
        context.Log.Info($"{files.Count} files of '{template.Name}' in {WorkspacePath.Relative(context, target)}");
        return AgentResult.Success() with
        {
            Outputs = new JsonObject
            {
                ["path"] = WorkspacePath.Relative(context, target),
                ["template"] = template.Name,
                ["files"] = new JsonArray([.. files.Select(file => JsonValue.Create(file.Path))]),
            },
            Metrics = new Dictionary<string, double>
            {
                ["scaffold.files"] = files.Count,
                ["scaffold.bytes"] = files.Sum(file => (double)file.Content.Length),
            },
        };
    }
}
