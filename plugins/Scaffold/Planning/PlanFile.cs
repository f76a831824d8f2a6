using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Scaffold.Generating;
using Monolith.Plugins.Scaffold.Plans;

namespace Monolith.Plugins.Scaffold.Planning;

/// <summary>An approved plan as a file, for people to read and for <c>generate</c>.</summary>
internal static class PlanFile
{
    private const string Usual = "scaffold-plan.json";
    private const string Mark = "Written by the scaffold agent. Take this entry away to keep your changes: the file is overwritten otherwise.";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where it goes; nothing that a person wrote may be there.</summary>
    public static Outcome<string> Place(IAgentContext context)
    {
        var into = context.Parameters.Text("into") ?? Usual;
        if (!WorkspacePath.Resolve(context, into).Try(out var path, out var failure))
            return failure;
        if (Directory.Exists(path) || new FileInfo(path).LinkTarget is not null)
            return Failed.Workspace($"'{into}' is a folder or a link. Give another file in 'into'.");
        return File.Exists(path) && !IsOwn(path)
            ? Failed.Workspace($"'{into}' is there and was not written by this action. Move it, or give another file in 'into'.")
            : path;
    }

    public static AgentResult Keep(IAgentContext context, string path, ScaffoldPlan plan)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        OwnFile.Write(path, Text(plan));
        var relative = WorkspacePath.Relative(context, path);
        return AgentResult.Success() with
        {
            Outputs = new JsonObject { ["plan"] = PlanJson.Write(plan), ["path"] = relative, ["name"] = plan.Name },
            Metrics = new Dictionary<string, double> { ["scaffold.planned_files"] = plan.Files.Count, ["scaffold.confidence"] = plan.Confidence },
            Artifacts = [new AgentArtifact($"{PrivateFolder.SafeName(context.StageId)}-plan.json", relative, "report")],
        };
    }

    private static string Text(ScaffoldPlan plan)
    {
        var json = PlanJson.Write(plan);
        json.Insert(0, "$comment", Mark);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
            json.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static bool IsOwn(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("$comment", out var mark) && mark.ValueEquals(Mark);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
