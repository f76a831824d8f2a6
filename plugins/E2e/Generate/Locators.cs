using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Generate;

/// <summary>Ways to find an element as C#.</summary>
internal static class Locators
{
    public static string Expression(Locate how, IReadOnlyDictionary<string, string> variables)
    {
        var value = Literal.Expression(how.Value, variables);
        var exact = how.Exact ? "Exact = true" : "";
        var found = how.By switch
        {
            LocateBy.Role => $"page.GetByRole(AriaRole.{Capital(how.Value)}{Options(Name(how, variables), exact)})",
            LocateBy.Label => $"page.GetByLabel({value}{Options(exact)})",
            LocateBy.Placeholder => $"page.GetByPlaceholder({value}{Options(exact)})",
            LocateBy.Text => $"page.GetByText({value}{Options(exact)})",
            LocateBy.TestId => $"page.GetByTestId({value})",
            _ => $"page.Locator({value})",
        };
        return how.Nth is { } nth ? $"{found}.Nth({nth - 1})" : found;
    }

    /// <summary>What its property is called: AddButton, NoteField.</summary>
    public static string Name(Locate how)
    {
        var kind = how.By switch
        {
            LocateBy.Role => Capital(how.Value),
            LocateBy.Label or LocateBy.Placeholder => "Field",
            LocateBy.Text => "Text",
            _ => "Element",
        };
        var what = how.By == LocateBy.Role ? how.Name ?? "" : how.Value;
        return (what.Length == 0 ? "" : Identifier.Of(what)) + kind + (how.Nth is { } nth and > 1 ? nth : "");
    }

    private static string Name(Locate how, IReadOnlyDictionary<string, string> variables) =>
        how.Name is { } name ? $"Name = {Literal.Expression(name, variables)}" : "";

    private static string Options(params IEnumerable<string> options)
    {
        var given = options.Where(option => option.Length > 0).ToList();
        return given.Count == 0 ? "" : $", new() {{ {string.Join(", ", given)} }}";
    }

    private static string Capital(string role) => char.ToUpperInvariant(role[0]) + role[1..];
}
