using System.Text;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Generate;

/// <summary>A file of scenarios as a class of tests.</summary>
internal sealed class TestClass(string project, string type, ScenarioFile file, PageObjects pages)
{
    public string Text()
    {
        var methods = new Names();
        // A method cannot have its class's name.
        methods.Unique(type);
        var tests = file.Scenarios.Select(scenario => Test(scenario, methods.Unique(Identifier.Of(scenario.Name)))).ToList();
        return $$"""
            // {{GeneratedFolder.Header}}
            {{(tests.Exists(test => test.Contains("Page(page);", StringComparison.Ordinal)) ? $"using {project}.Pages;\n" : "")}}using {{project}}.Running;

            namespace {{project}}.Scenarios;

            public sealed class {{type}}(BrowserFixture browser) : IClassFixture<BrowserFixture>
            {
            {{string.Join('\n', tests)}}}

            """;
    }

    private string Test(Scenario scenario, string method)
    {
        var statements = new Statements(file.Variables, pages).Of(scenario);
        var skip = scenario.Skip is { } reason ? $", Skip = {Literal.Of(reason)}" : "";
        var text = new StringBuilder($"    [Fact(DisplayName = {Literal.Of(scenario.Name)}{skip})]\n");
        foreach (var tag in scenario.Tags)
            text.Append($"    [Trait(\"Category\", {Literal.Of(tag)})]\n");
        text.Append($"    public async Task {method}()\n    {{\n        var page = await browser.NewPageAsync();\n");
        foreach (var statement in statements)
            text.Append($"        {statement}\n");
        return text.Append("    }\n").ToString();
    }
}
