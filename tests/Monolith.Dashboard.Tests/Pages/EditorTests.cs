using Microsoft.Playwright;
using Monolith.Dashboard.Tests.Support;

namespace Monolith.Dashboard.Tests.Pages;

[Collection(OneSite.Name)]
public sealed class EditorTests(Site site)
{
    [Fact]
    public async Task Editor_AgentIsTyped_CompletesChecksAndDraws()
    {
        await using var visit = await site.VisitAsync("/pipelines/new");
        var text = visit.Page.GetByLabel("Definition, YAML");
        await text.FillAsync("name: edited\nstages:\n  - id: one\n    agent: comm");
        await text.PressAsync("Control+Space");
        await visit.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await text.PressAsync("Enter");
        Assert.EndsWith("agent: command", await text.InputValueAsync(), StringComparison.Ordinal);
        await visit.Main.GetByText("stages[0].action").First.WaitForAsync();

        await text.PressSequentiallyAsync("\naction: ru");
        await text.PressAsync("Enter");
        Assert.EndsWith("action: run", await text.InputValueAsync(), StringComparison.Ordinal);
        await text.PressSequentiallyAsync("\nparameters: { shell: sh, script: \"true\" }");
        await visit.Main.GetByText("It is valid.").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Store it" }).ClickAsync();

        await visit.Page.WaitForURLAsync("**/pipelines/edited");
        await visit.Main.Locator("svg.graph").WaitForAsync();
        Assert.Empty(visit.Complaints);
    }
}
