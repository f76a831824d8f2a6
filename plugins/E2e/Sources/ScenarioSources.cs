using Monolith.Plugins.E2e.Reading;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Sources;

/// <summary>The scenarios that a stage names: files and folders of the workspace, or text of its own.</summary>
/// <param name="Texts">YAML by the name it has in messages.</param>
/// <param name="Files">The same, read.</param>
internal sealed record ScenarioSources(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<ScenarioFile> Files)
{
    private const string Default = "e2e";
    private const string Inline = "inline";
    private const int MostFiles = 500;
    private const int MostBytes = 1024 * 1024;

    /// <summary>Either all of them without a mistake, or a failure that tells every mistake.</summary>
    public static async Task<Outcome<ScenarioSources>> ReadAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!(await TextsAsync(context, cancellationToken)).Try(out var texts, out var failure))
            return failure;
        var variables = context.Parameters.Map("variables");
        var files = new List<ScenarioFile>();
        var faults = new List<string>();
        foreach (var (path, text) in texts)
        {
            var found = new Faults(path);
            files.Add(ScenarioReader.Read(path, text, variables, found));
            faults.AddRange(found.Told);
        }

        return faults.Count == 0
            ? new ScenarioSources(texts, files)
            : Failed.Validation($"The scenarios have {faults.Count} mistake{(faults.Count == 1 ? "" : "s")}:\n{string.Join('\n', faults)}");
    }

    private static async Task<Outcome<Dictionary<string, string>>> TextsAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (context.Parameters.Text("inline") is { } inline)
            texts[Inline] = inline;

        var paths = context.Parameters.Texts("scenarios");
        foreach (var path in paths.Count > 0 || texts.Count > 0 ? paths : [Default])
        {
            if (!WorkspacePath.Resolve(context, path).Try(out var full, out var failure))
                return failure;
            if (!File.Exists(full) && !Directory.Exists(full))
                return Failed.Workspace($"There is no file or folder '{path}' in the workspace to read scenarios from.");
            foreach (var file in File.Exists(full) ? [full] : FilesIn(full))
            {
                var name = WorkspacePath.Relative(context, file);
                // A link in the folder may lead out of the workspace.
                if (!WorkspacePath.Resolve(context, name).Try(out _, out failure))
                    return failure;
                if (new FileInfo(file).Length > MostBytes)
                    return Failed.Validation($"'{name}' is larger than 1 MiB.");
                texts[name] = await File.ReadAllTextAsync(file, cancellationToken);
            }
        }

        return texts.Count switch
        {
            0 => Failed.Workspace("There are no .yaml or .yml files where the scenarios should be."),
            > MostFiles => Failed.Validation($"There are {texts.Count} files of scenarios; {MostFiles} are the most."),
            _ => texts,
        };
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
        .Order(StringComparer.Ordinal);
}
