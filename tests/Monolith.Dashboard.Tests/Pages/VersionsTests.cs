using System.IO.Compression;
using System.Reflection;
using Microsoft.Playwright;
using Monolith.Dashboard.Tests.Support;

namespace Monolith.Dashboard.Tests.Pages;

/// <summary>A plugin that comes with the host is replaced by another version of itself.</summary>
[Collection(OneSite.Name)]
public sealed class VersionsTests(Site site) : IDisposable
{
    private const string Plugin = "Monolith.Plugins.Http";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("monolith-versions-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Upload_ThenPin_ServesAndSaysSoAtTheAgent()
    {
        await using var visit = await site.VisitAsync("/agents");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Upload a plugin" }).ClickAsync();
        await visit.Page.Locator("dialog input[type=file]").SetInputFilesAsync(Package());
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await visit.Page.Locator("#news div").First.WaitForAsync();

        await visit.Page.GotoAsync("/agents/http");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pin", Exact = true }).ClickAsync();

        await visit.Main.Locator("dd", new() { HasText = "(pinned)" }).WaitForAsync();
        await visit.ShootAsync("versions");
        Assert.Empty(await visit.FaultsAsync());
        Assert.Empty(visit.Complaints);
    }

    private string Package()
    {
        var host = typeof(Site).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "HostAssembly").Value!;
        var archive = Path.Combine(folder.FullName, "http.zip");
        ZipFile.CreateFromDirectory(Path.Combine(Path.GetDirectoryName(host)!, "plugins", Plugin), archive, CompressionLevel.Fastest, includeBaseDirectory: true);
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Update);
        using var version = new StreamWriter(zip.CreateEntry($"{Plugin}/version.txt").Open());
        version.Write("another");
        return archive;
    }
}
