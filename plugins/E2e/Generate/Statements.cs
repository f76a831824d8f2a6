using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Generate;

/// <summary>Steps as C# statements; the page objects they need stand before the first use of each.</summary>
internal sealed class Statements(IReadOnlyDictionary<string, string> variables, PageObjects pages)
{
    private readonly List<string> lines = [];
    private readonly HashSet<string> declared = [];
    private string current = "Home";

    public IReadOnlyList<string> Of(Scenario scenario)
    {
        var named = false;
        foreach (var step in scenario.Steps)
        {
            if (step.Kind == StepKind.Page)
            {
                (current, named) = (Identifier.Of(step.Text), true);
                continue;
            }

            if (step.Kind == StepKind.Open && !named)
                current = PageOf(step.Text);
            named = false;
            var element = step.On is { } on ? Element(on) : "page";
            lines.Add($"await {Call(step, element)};");
        }

        return lines;
    }

    private string Call(Step step, string element) => step.Kind switch
    {
        StepKind.Open => $"page.GotoAsync({Text(step.Text)})",
        StepKind.Click => $"{element}.ClickAsync()",
        StepKind.Fill => $"{element}.FillAsync({Text(step.Text)})",
        StepKind.Select => $"{element}.SelectOptionAsync({Text(step.Text)})",
        StepKind.Check => $"{element}.CheckAsync()",
        StepKind.Uncheck => $"{element}.UncheckAsync()",
        StepKind.Press => $"{(step.On is null ? "page.Keyboard" : element)}.PressAsync({Text(step.Text)})",
        StepKind.WaitFor => $"{element}.WaitForAsync(new() {{ State = WaitForSelectorState.{(step.Text == "hidden" ? "Hidden" : "Visible")} }})",
        StepKind.Screenshot => $"page.ScreenshotAsync(new() {{ Path = Settings.File({Literal.Of(Identifier.Of(step.Text) + ".png")}) }})",
        StepKind.Expect => $"Assertions.Expect({element}).{Expectation(step.Expectation!)}",
        _ => Request(step.Call!),
    };

    private string Expectation(Expectation expected) => expected.Kind switch
    {
        ExpectationKind.Url => $"ToHaveURLAsync({Text(expected.Text)})",
        ExpectationKind.Title => $"ToHaveTitleAsync({Text(expected.Text)})",
        ExpectationKind.HasText => $"ToContainTextAsync({Text(expected.Text)})",
        ExpectationKind.Value => $"ToHaveValueAsync({Text(expected.Text)})",
        ExpectationKind.Count => $"ToHaveCountAsync({expected.Count})",
        var kind => $"ToBe{kind}Async({(expected.Holds ? "" : $"new() {{ {kind} = false }}")})",
    };

    private string Request(ApiCall call)
    {
        var body = call.Body is { } given
            ? Literal.Expression(given, variables, given.StartsWith('{') || given.StartsWith('[') ? "Settings.Json({0})" : "{0}")
            : "null";
        return $"Api.CallAsync(page, {Literal.Of(call.Method)}, {Text(call.Url)}, {Map(call.Headers)}, {body}, "
            + $"{call.Status?.ToString() ?? "null"}, {(call.Contains is { } part ? Text(part) : "null")}, {Map(call.Json)})";
    }

    private string Map(IReadOnlyDictionary<string, string> entries) => entries.Count == 0
        ? "[]"
        : $"new() {{ {string.Join(", ", entries.Select(entry => $"[{Literal.Of(entry.Key)}] = {Text(entry.Value)}"))} }}";

    private string Element(Locate locate)
    {
        var page = pages.Of(current);
        var local = Identifier.Local(page.Type);
        if (declared.Add(local))
            lines.Add($"var {local} = new {page.Type}(page);");
        return $"{local}.{page.Element(locate, variables)}";
    }

    private string Text(string text) => Literal.Expression(text, variables);

    private static string PageOf(string address)
    {
        var path = Placeholders.Fill(address, _ => "").Split('?', '#')[0];
        return path.Trim('/').Length == 0 ? "Home" : Identifier.Of(path);
    }
}
