using Monolith.Plugins.Scaffold.Asking;
using Monolith.Plugins.Scaffold.Materials;
using Monolith.Plugins.Scaffold.Plans;
using Monolith.Plugins.Scaffold.Rendering;

namespace Monolith.Plugins.Scaffold.Generating;

/// <summary>What a stage wants generated.</summary>
/// <param name="Plan">Checked.</param>
/// <param name="Target">Absolute path of the folder to write into.</param>
/// <param name="Base">The files of the plan's template that the plan does not replace.</param>
/// <param name="Commands">What the stage gives to build and test with; empty for none.</param>
internal sealed record GenerateRequest(
    ScaffoldPlan Plan, string Target, IReadOnlyList<(string Path, byte[] Content)> Base, IReadOnlyList<IReadOnlyList<string>> Commands)
{
    public static Outcome<GenerateRequest> Read(IAgentContext context)
    {
        if (!PlanSource.Read(context).Try(out var plan, out var failure)
            || !TargetFolder(context, plan).Try(out var target, out failure)
            || !BaseTemplate.Render(context, plan.Template, plan.Templates, plan.Name).Try(out var template, out failure))
        {
            return failure;
        }

        var planned = plan.Files.Select(file => file.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (left, faults) = (template.Where(file => !planned.Contains(file.Path)).ToList(), new List<string>());
        PlanRules.CheckPaths([.. planned, .. left.Select(file => file.Path)], faults);
        var commands = GivenCommands(context, new Reading(faults));
        return faults.Count > 0 ? Failed.Validation(string.Join('\n', faults)) : new GenerateRequest(plan, target, left, commands);
    }

    private static Outcome<string> TargetFolder(IAgentContext context, ScaffoldPlan plan)
    {
        var isPart = plan.Kind is "feature" or "capability";
        if (isPart && context.Parameters.Text("into") is null)
            return Failed.Validation($"A {plan.Kind} goes into a project: name its folder in 'into'.");
        var into = context.Parameters.Text("into") ?? new ProjectName(plan.Name).Kebab;
        if (!WorkspacePath.Resolve(context, into).Try(out var target, out var failure))
            return failure;
        if (WorkspacePath.IsWithin(target, Path.Combine(context.Workspace, PrivateFolder.Root)))
            return Failed.Workspace($"'{into}' is the host's own folder; name another one in 'into'.");
        if (File.Exists(target) || new FileInfo(target).LinkTarget is not null)
            return Failed.Workspace($"'{into}' is a file or a link; name another folder in 'into'.");
        return isPart && !Directory.Exists(target) ? Failed.Workspace($"There is no project in '{into}' to lay this into.") : target;
    }

    private static List<IReadOnlyList<string>> GivenCommands(IAgentContext context, Reading reading) =>
        context.Parameters.Value("commands") is { } commands
            ? [.. CommandReader.Read(commands, "build", reading), .. CommandReader.Read(commands, "test", reading)]
            : [];
}
