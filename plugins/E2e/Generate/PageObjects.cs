using System.Text;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Generate;

/// <summary>The pages that scenarios speak of, each with the elements that they use on it.</summary>
internal sealed class PageObjects
{
    private readonly SortedDictionary<string, PageObject> pages = new(StringComparer.Ordinal);

    public PageObject Of(string page)
    {
        var type = page.EndsWith("Page", StringComparison.Ordinal) ? page : page + "Page";
        // Names that differ in case only would be one file on some systems.
        var known = pages.Values.FirstOrDefault(other => string.Equals(other.Type, type, StringComparison.OrdinalIgnoreCase));
        return known ?? (pages[type] = new PageObject(type));
    }

    public IEnumerable<(string Type, string Text)> Texts(string project) => pages.Values.Where(page => page.Any).Select(page => (page.Type, page.Text(project)));
}

internal sealed class PageObject(string type)
{
    private readonly Dictionary<string, string> byExpression = new(StringComparer.Ordinal);
    private readonly Names names = new();

    public string Type => type;

    public bool Any => byExpression.Count > 0;

    /// <returns>The name of its property.</returns>
    public string Element(Locate locate, IReadOnlyDictionary<string, string> variables)
    {
        var expression = Locators.Expression(locate, variables);
        return byExpression.TryGetValue(expression, out var name)
            ? name
            : byExpression[expression] = names.Unique(Locators.Name(locate));
    }

    public string Text(string project)
    {
        var text = new StringBuilder($$"""
            // {{GeneratedFolder.Header}}
            using {{project}}.Running;

            namespace {{project}}.Pages;

            public sealed class {{type}}(IPage page)
            {

            """);
        var properties = byExpression.OrderBy(entry => entry.Value, StringComparer.Ordinal)
            .Select(entry => $"    public ILocator {entry.Value} => {entry.Key};\n");
        return text.AppendJoin('\n', properties).Append("}\n").ToString();
    }
}
