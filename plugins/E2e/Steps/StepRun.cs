using Microsoft.Playwright;
using Monolith.Plugins.E2e.Runner;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Steps;

/// <summary>Does the steps of a scenario on a page.</summary>
internal sealed class StepRun(IPage page, Values values, Evidence evidence, TimeSpan timeout)
{
    public Task DoAsync(Step step) => step.Kind switch
    {
        StepKind.Open => OpenAsync(values.Fill(step.Text)),
        StepKind.Click => Element(step).ClickAsync(),
        StepKind.Fill => FillAsync(step),
        StepKind.Select => Element(step).SelectOptionAsync(values.Fill(step.Text)),
        StepKind.Check => Element(step).CheckAsync(),
        StepKind.Uncheck => Element(step).UncheckAsync(),
        StepKind.Press => step.On is null ? page.Keyboard.PressAsync(step.Text) : Element(step).PressAsync(step.Text),
        StepKind.WaitFor => Element(step).WaitForAsync(new() { State = step.Text == "hidden" ? WaitForSelectorState.Hidden : WaitForSelectorState.Visible }),
        StepKind.Screenshot => evidence.ScreenshotAsync(page, FileName(step.Text)),
        StepKind.Expect => new ExpectRun(page, timeout).CheckAsync(step.Expectation!, step.On is null ? null : Element(step), values),
        StepKind.Request => new CallRun(page.APIRequest, values, timeout).MakeAsync(step.Call!),
        _ => Task.CompletedTask,
    };

    private async Task OpenAsync(string address)
    {
        var answer = await page.GotoAsync(address);
        if (answer is { Status: >= 500 })
            throw new StepException($"'{address}' answered {answer.Status} {answer.StatusText}.");
    }

    private async Task FillAsync(Step step)
    {
        var field = Element(step);
        if (Placeholders.HasSecret(step.Text))
        {
            // Before the text is there, so that no picture can show it.
            await field.EvaluateAsync("field => { field.style.webkitTextSecurity = 'disc'; }");
            evidence.Cover(field);
        }

        await field.FillAsync(values.Fill(step.Text));
    }

    private ILocator Element(Step step) => Locating.Find(page, step.On!, values);

    private static string FileName(string name) =>
        new([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').Take(60)]);
}
