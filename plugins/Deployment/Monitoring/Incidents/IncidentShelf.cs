using System.Globalization;
using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Monitoring.Incidents;

/// <summary>The incidents of a target, kept beside its journal, and copies of those that a stage had among its artifacts.</summary>
internal sealed class IncidentShelf(IAgentContext context, TargetFolder folder)
{
    private readonly string shelf = folder.At("incidents");
    private readonly SortedSet<int> touched = [];

    public IReadOnlyList<AgentArtifact> Artifacts => [.. touched.SelectMany(Copies)];

    public int NextNumber()
    {
        Directory.CreateDirectory(shelf);
        return Directory.EnumerateFiles(shelf, "incident-*.json")
            .Select(file => int.Parse(Path.GetFileNameWithoutExtension(file)["incident-".Length..], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() + 1;
    }

    public Incident? Find(int? number)
    {
        if (number is not { } known || !File.Exists(FileOf(known, "json")))
        {
            return null;
        }

        touched.Add(known);
        return new Incident(JsonNode.Parse(File.ReadAllText(FileOf(known, "json")))!.AsObject());
    }

    public void Write(Incident incident)
    {
        Directory.CreateDirectory(shelf);
        touched.Add(incident.Number);
        Put(FileOf(incident.Number, "json"), incident.Json.ToJsonString());
        Put(FileOf(incident.Number, "md"), IncidentPage.Text(incident));
    }

    private IEnumerable<AgentArtifact> Copies(int number)
    {
        var place = PrivateFolder.Keep(context, "monitoring");
        foreach (var kind in new[] { "json", "md" })
        {
            var copy = Path.Combine(place, Path.GetFileName(FileOf(number, kind)));
            File.Copy(FileOf(number, kind), copy, overwrite: true);
            yield return new AgentArtifact(
                $"{PrivateFolder.SafeName(context.StageId)}-{Path.GetFileName(copy)}", WorkspacePath.Relative(context, copy), "report");
        }
    }

    private string FileOf(int number, string kind) => Path.Combine(shelf, string.Create(CultureInfo.InvariantCulture, $"incident-{number}.{kind}"));

    private static void Put(string file, string text)
    {
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }
}
