using Monolith.Pipelines.Evidence.Verifying;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Evidence;

public sealed class ArtifactFolderTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task Verify_WithArtifacts_NamesThoseThatAreMissingOrOthers()
    {
        var given = Bundles.Eventful();
        var bundle = await database.ExportAsync(await database.StoreAsync(given.Run, given.Events));
        var folder = Directory.CreateTempSubdirectory("evidence-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "report"), "second");
        await File.WriteAllTextAsync(Path.Combine(folder, "site"), "third");
        Assert.True((await Bundles.VerifyAsync(bundle, artifacts: new ArtifactFolder(folder))).IsValid);

        await File.WriteAllTextAsync(Path.Combine(folder, "report"), "another");
        File.Delete(Path.Combine(folder, "site"));
        var report = await Bundles.VerifyAsync(bundle, artifacts: new ArtifactFolder(folder));

        Assert.Equal(2, report.Faults.Count);
        Assert.Matches("^line [0-9]+, artifact report: the file's SHA-256 is", report.Faults[0]);
        Assert.Matches("^line [0-9]+, artifact site: it is not in the folder", report.Faults[1]);
        Directory.Delete(folder, recursive: true);
    }
}
