using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Reading;

internal static class ExpectReader
{
    private static readonly string[] OfPage = ["url", "title"];
    private static readonly string[] OfElement = ["visible", "checked", "enabled", "hasText", "value", "count"];

    public static Step Read(Step step, Fields fields)
    {
        var on = LocateReader.ReadOptional(fields);
        var found = new List<Expectation>();
        Add(found, fields.Text("url"), text => new Expectation(ExpectationKind.Url, text));
        Add(found, fields.Text("title"), text => new Expectation(ExpectationKind.Title, text));
        Add(found, fields.Text("hasText"), text => new Expectation(ExpectationKind.HasText, text));
        Add(found, fields.Has("value") ? fields.PossiblyEmpty("value") : fields.Text("value"), text => new Expectation(ExpectationKind.Value, text));
        Add(found, fields.Flag("visible"), holds => new Expectation(ExpectationKind.Visible, Holds: holds));
        Add(found, fields.Flag("checked"), holds => new Expectation(ExpectationKind.Checked, Holds: holds));
        Add(found, fields.Flag("enabled"), holds => new Expectation(ExpectationKind.Enabled, Holds: holds));
        Add(found, fields.Whole("count", least: 0, most: 100_000), count => new Expectation(ExpectationKind.Count, Count: count));
        return step with { On = on, Expectation = Only(found, on, fields) };
    }

    private static Expectation Only(List<Expectation> found, Locate? on, Fields fields)
    {
        if (found.Count > 1)
            fields.Faults.Add(fields.Node, "expect: one step expects one thing; write a step for each.");
        if (found.Count == 0 && on is null)
            fields.Faults.Add(fields.Node, $"expect: it must name an element, or one of {string.Join(", ", OfPage)}.");
        if (on is null && found.Exists(IsOfElement))
            fields.Faults.Add(fields.Node, $"expect: {string.Join(", ", OfElement)} are about an element; name it, for instance by role or label.");
        if (on is not null && found.Exists(one => !IsOfElement(one)))
            fields.Faults.Add(fields.Node, $"expect: {string.Join(", ", OfPage)} are about the page; name no element.");
        return found.FirstOrDefault() ?? new Expectation(ExpectationKind.Visible);
    }

    private static bool IsOfElement(Expectation expectation) => expectation.Kind is not (ExpectationKind.Url or ExpectationKind.Title);

    private static void Add(List<Expectation> found, string? text, Func<string, Expectation> make)
    {
        if (text is not null)
            found.Add(make(text));
    }

    private static void Add<T>(List<Expectation> found, T? value, Func<T, Expectation> make)
        where T : struct
    {
        if (value is { } given)
            found.Add(make(given));
    }
}
