using Microsoft.Playwright;
using Monolith.Plugins.E2e.Runner;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Steps;

internal static class Locating
{
    public static ILocator Find(IPage page, Locate how, Values values)
    {
        var value = values.Fill(how.Value);
        var name = how.Name is null ? null : values.Fill(how.Name);
        var found = how.By switch
        {
            LocateBy.Role => page.GetByRole(Enum.Parse<AriaRole>(value, ignoreCase: true), new() { Name = name, Exact = how.Exact }),
            LocateBy.Label => page.GetByLabel(value, new() { Exact = how.Exact }),
            LocateBy.Placeholder => page.GetByPlaceholder(value, new() { Exact = how.Exact }),
            LocateBy.Text => page.GetByText(value, new() { Exact = how.Exact }),
            LocateBy.TestId => page.GetByTestId(value),
            _ => page.Locator(value),
        };
        return how.Nth is { } nth ? found.Nth(nth - 1) : found;
    }
}
