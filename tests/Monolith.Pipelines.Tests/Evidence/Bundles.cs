using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Evidence.Exporting;
using Monolith.Pipelines.Evidence.Format;
using Monolith.Pipelines.Evidence.Verifying;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Evidence;

/// <summary>Bundles of runs that are in the store.</summary>
internal static class Bundles
{
    /// <summary>A run with a gate, an artifact that is brought twice and a stage that failed; over.</summary>
    public static Given Eventful()
    {
        var given = Given.Started("stages:\n  - { id: a, agent: x, action: y, gates: [\"m >= 1\"] }\n  - { id: b, agent: x, action: y, needs: [a] }\n");
        given.Complete("a", Outcome("report", "first") with { Metrics = new Dictionary<string, double> { ["m"] = 2 }, Outputs = JsonDocument.Parse("""{"text":"Grüße <b>"}""").RootElement });
        given.Fail("b");
        given.Retry("a");
        given.Complete("a", Outcome("report", "second") with { Metrics = new Dictionary<string, double> { ["m"] = 3 } });
        return given.Complete("b", Outcome("site", "third"));
    }

    public static async Task<Guid> StoreAsync(this Database database, RunState run, IReadOnlyList<IRunEvent> events)
    {
        await database.Get<DefinitionLibrary>().AddAsync(run.Definition, CancellationToken.None);
        var id = Guid.CreateVersion7();
        Assert.True(await database.Get<CommitQueue>().CommitAsync(new Append(id, 0, [.. events.Select(EventRow.Of)]) { Project = Project.Default }));
        return id;
    }

    public static async Task<byte[]> ExportAsync(this Database database, Guid run)
    {
        var subject = await database.Get<EvidenceSource>().FindAsync(run, CancellationToken.None);
        using var bundle = new MemoryStream();
        await database.Get<EvidenceExport>().WriteAsync(subject!, bundle, CancellationToken.None);
        return bundle.ToArray();
    }

    public static async Task<EvidenceReport> VerifyAsync(byte[] bundle, ECDsa? key = null, ArtifactFolder? artifacts = null)
    {
        using var file = new MemoryStream(bundle);
        return await EvidenceVerifier.VerifyAsync(file, key, artifacts);
    }

    /// <returns>Each with its line feed.</returns>
    public static List<byte[]> Lines(byte[] bundle)
    {
        var lines = new List<byte[]>();
        for (var (start, end) = (0, 0); start < bundle.Length; start = end)
        {
            end = Array.IndexOf(bundle, (byte)'\n', start) + 1;
            lines.Add(bundle[start..end]);
        }

        return lines;
    }

    public static byte[] Join(IEnumerable<byte[]> lines) => [.. lines.SelectMany(line => line)];

    public static JsonElement Statement(byte[] bundle) =>
        JsonDocument.Parse(DsseEnvelope.Read(Lines(bundle)[^1][..^1])!.Payload).RootElement;

    public static string ShaOf(string text) => Sha256.Of(Encoding.UTF8.GetBytes(text));

    private static AttemptOutcome Outcome(string name, string content) => new()
    {
        Artifacts = [new StoredArtifact(name, "file", $"out/{name}.txt", content.Length, ShaOf(content))],
    };
}
