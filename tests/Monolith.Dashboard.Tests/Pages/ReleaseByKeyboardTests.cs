using Microsoft.Playwright;
using Monolith.Dashboard.Tests.Support;

namespace Monolith.Dashboard.Tests.Pages;

/// <summary>The whole way of a release with no hand on the mouse: start, watch, approve, look at what was kept.</summary>
[Collection(OneSite.Name)]
public sealed class ReleaseByKeyboardTests(Site site)
{
    [Fact]
    public async Task Release_StartWatchApproveArtifact_ByKeysAlone()
    {
        await site.StoreAsync("release", Definitions.Asking("release"));
        await using var visit = await site.VisitAsync("/pipelines/release");
        var keys = new Keys(visit.Page);

        await keys.PressAsync(AriaRole.Button, "Run…");
        await keys.TypeAsync("version (needed)", "1.2");
        await keys.PressAsync(AriaRole.Button, "Start it");
        await visit.Page.WaitForURLAsync("**/runs/*");
        await visit.Main.GetByText("Release 1.2?").WaitForAsync();
        await keys.PressAsync("a[href='#prepare'] >> nth=0");
        Assert.Equal("red", await visit.Main.Locator(".log .ansi-31").InnerTextAsync());
        await visit.ShootAsync("run-waits");
        Assert.Empty(await visit.FaultsAsync());

        await keys.PressAsync(AriaRole.Button, "Approve");
        await keys.TypeAsync("Who you are", "ada");
        await keys.TypeAsync("Why", "Looked at it.");
        await keys.PressAsync(AriaRole.Dialog, AriaRole.Button, "Approve");
        await visit.Main.Locator("p > .status[data-is=success]").WaitForAsync();
        await keys.PressAsync(AriaRole.Button, "Look at notes.md");
        await visit.Page.FrameLocator("iframe.preview").GetByRole(AriaRole.Heading, new() { Name = "Notes" }).WaitForAsync();

        Assert.Equal("of <b>1.2</b>", await visit.Page.FrameLocator("iframe.preview").Locator("p").InnerTextAsync());
        await visit.ShootAsync("run-success");
        Assert.Empty(visit.Complaints);
    }
}
