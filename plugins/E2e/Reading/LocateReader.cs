using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Reading;

internal static class LocateReader
{
    private static readonly LocateBy[] Ways = Enum.GetValues<LocateBy>();

    private static string Keywords => string.Join(", ", Ways.Select(Locate.Keyword));

    public static Locate? Read(Fields fields)
    {
        var locate = ReadOptional(fields);
        if (locate is null)
            fields.Faults.Add(fields.Node, $"It must say which element is meant, by one of {Keywords}.");
        return locate;
    }

    public static Locate? ReadOptional(Fields fields)
    {
        var given = Ways.Where(way => fields.Has(Locate.Keyword(way))).ToList();
        var texts = Ways.ToDictionary(way => way, way => fields.Text(Locate.Keyword(way)));
        var (name, exact, nth) = (fields.Text("name"), fields.Flag("exact"), fields.Whole("nth", least: 1, most: 10_000));
        if (given.Count == 0)
        {
            if (name is not null)
                fields.Wrong(fields.Node, "name", "is for elements found by role");
            return null;
        }

        if (given.Count > 1)
            fields.Faults.Add(fields.Node, $"It must name its element in one way, not by {string.Join(" and ", given.Select(Locate.Keyword))}.");
        var by = given[0];
        if (name is not null && by != LocateBy.Role)
            fields.Wrong(fields.Node, "name", "is for elements found by role");
        if (by == LocateBy.Role && texts[by] is { Length: > 0 } role && !AriaRoles.Known.Contains(role))
            fields.Wrong(fields.Find("role")!, "role", $"must be an ARIA role such as button, link, heading, textbox, checkbox or listitem, not '{role}'");
        return new Locate(by, texts[by] ?? "", name, exact ?? false, nth);
    }
}
