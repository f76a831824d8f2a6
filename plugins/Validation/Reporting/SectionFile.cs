using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>Where each stage leaves its part for the report of the run: a file in the stage's own folder, which a repetition writes over.</summary>
internal static class SectionFile
{
    private const string Folder = "validation-sections";
    private const string Name = "sections.json";

    public static void Write(IAgentContext context, IReadOnlyList<Section> sections)
    {
        var file = Path.Combine(PrivateFolder.Keep(context, Folder), Name);
        // In one step, so that a report beside this stage never reads half of it.
        var half = file + ".new";
        File.Delete(half);
        File.WriteAllText(half, new JsonArray([.. sections.Select(SectionJson.Write)]).ToJsonString());
        File.Move(half, file, overwrite: true);
    }

    /// <summary>Of all stages of the run, as they ended.</summary>
    /// <exception cref="FormatException">A file was changed into something else.</exception>
    public static IReadOnlyList<Section> ReadAll(IAgentContext context)
    {
        var root = new DirectoryInfo(Path.Combine(context.Workspace, PrivateFolder.Root, Folder));
        return root is { Exists: true, LinkTarget: null }
            ? [.. root.EnumerateDirectories().Where(stage => stage.LinkTarget is null)
                .Select(stage => Path.Combine(stage.FullName, Name)).Where(File.Exists)
                .SelectMany(Read).OrderBy(section => section.At).ThenBy(section => section.Stage, StringComparer.Ordinal)]
            : [];
    }

    private static IReadOnlyList<Section> Read(string file)
    {
        using var stream = ToolReport.Open(file);
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.AsItems().Select(SectionJson.Read)];
    }
}
