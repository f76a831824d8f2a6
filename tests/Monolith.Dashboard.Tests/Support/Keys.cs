using Microsoft.Playwright;

namespace Monolith.Dashboard.Tests.Support;

/// <summary>A person without a mouse: goes from control to control by Tab until the wanted one has the focus.</summary>
internal sealed class Keys(IPage page)
{
    private const int Most = 120;

    public Task PressAsync(AriaRole role, string name) => PressAsync(page.GetByRole(role, new() { Name = name, Exact = true }));

    public Task PressAsync(AriaRole within, AriaRole role, string name) => PressAsync(page.GetByRole(within).GetByRole(role, new() { Name = name, Exact = true }));

    public Task PressAsync(string selector) => PressAsync(page.Locator(selector));

    public async Task TypeAsync(string label, string text)
    {
        await ReachAsync(page.GetByLabel(label, new() { Exact = true }));
        await page.Keyboard.TypeAsync(text);
    }

    private async Task PressAsync(ILocator control)
    {
        await ReachAsync(control);
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task ReachAsync(ILocator control)
    {
        await control.WaitForAsync();
        for (var tabs = 0; tabs < Most; tabs++)
        {
            if (await control.EvaluateAsync<bool>("control => control === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{Most} times Tab do not lead to {control}.");
    }
}
