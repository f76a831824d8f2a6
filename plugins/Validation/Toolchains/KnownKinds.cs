using Monolith.Plugins.Validation.DotNet;
using Monolith.Plugins.Validation.Go;
using Monolith.Plugins.Validation.Node;
using Monolith.Plugins.Validation.Python;

namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>
/// The table of kinds. A further one is an entry here and a folder beside the others. Those whose files tell most stand first: many a
/// repository has a package.json or a script of Python for its tools.
/// </summary>
internal static class KnownKinds
{
    private static readonly IToolchain[] All = [new DotNetToolchain(), new GoToolchain(), new NodeToolchain(), new PythonToolchain()];

    /// <summary>The kind that the stage names, or the first that recognises the folder.</summary>
    public static Outcome<Recognised> Find(IAgentContext context, string path, string folder)
    {
        var found = context.Parameters.Text("kind") is { } kind
            ? All.Where(tools => tools.Kind == kind).ToList()
            : [.. All.Where(tools => tools.Recognises(folder))];
        if (found.Count == 0)
        {
            var known = string.Join("; ", All.Select(tools => $"{tools.Name} ({tools.RecognisedBy})"));
            return Failed.Workspace($"What '{path}' holds is of no known kind. Known are: {known}");
        }

        if (found.Count > 1)
        {
            var others = string.Join(", ", found.Skip(1).Select(tools => $"'{tools.Kind}'"));
            context.Log.Warn($"'{path}' is taken for {found[0].Name}. It could be {others} too: say so with 'kind', in a stage of its own.");
        }

        return new Recognised(found[0]);
    }
}

internal sealed record Recognised(IToolchain Tools);
