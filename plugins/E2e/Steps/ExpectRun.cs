using Microsoft.Playwright;
using Monolith.Plugins.E2e.Runner;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Steps;

/// <summary>Expectations are asked again and again until they hold or the step's time is up.</summary>
internal sealed class ExpectRun(IPage page, TimeSpan timeout)
{
    private readonly float longest = (float)timeout.TotalMilliseconds;

    public Task CheckAsync(Expectation expected, ILocator? element, Values values)
    {
        var text = values.Fill(expected.Text);
        return element is null ? OfPage(expected.Kind, text) : OfElement(expected, Assertions.Expect(element), text);
    }

    private Task OfPage(ExpectationKind kind, string text) => kind == ExpectationKind.Url
        ? Assertions.Expect(page).ToHaveURLAsync(text, new() { Timeout = longest })
        : Assertions.Expect(page).ToHaveTitleAsync(text, new() { Timeout = longest });

    private Task OfElement(Expectation expected, ILocatorAssertions element, string text) => expected.Kind switch
    {
        ExpectationKind.Checked => element.ToBeCheckedAsync(new() { Checked = expected.Holds, Timeout = longest }),
        ExpectationKind.Enabled => element.ToBeEnabledAsync(new() { Enabled = expected.Holds, Timeout = longest }),
        ExpectationKind.HasText => element.ToContainTextAsync(text, new() { Timeout = longest }),
        ExpectationKind.Value => element.ToHaveValueAsync(text, new() { Timeout = longest }),
        ExpectationKind.Count => element.ToHaveCountAsync(expected.Count, new() { Timeout = longest }),
        _ => element.ToBeVisibleAsync(new() { Visible = expected.Holds, Timeout = longest }),
    };
}
