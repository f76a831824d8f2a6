using System.Globalization;

namespace Monolith.Operations.Metrics.Summary;

/// <summary>
/// Reads the text that <c>/metrics</c> gives, of which the summary is made: so the two cannot differ, and the library, which
/// does not show the buckets of a histogram by other means, is used as it is.
/// </summary>
internal static class ExpositionReader
{
    public static IReadOnlyList<MetricFamily> Read(string text)
    {
        var families = new List<MetricFamily>();
        var (help, points) = ("", new List<MetricPoint>());
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
                help = line.Split(' ', 4) is [_, _, _, var said] ? said : "";
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal) && line.Split(' ') is [_, _, var name, var type])
                families.Add(new MetricFamily(name, type, help, points = []));
            else if (line[0] != '#')
                points.Add(Point(line));
        }

        return families;
    }

    private static MetricPoint Point(string line)
    {
        var brace = line.IndexOf('{', StringComparison.Ordinal);
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (brace < 0 || brace > space)
            return new MetricPoint(line[..space], [], Number(line[(space + 1)..]));

        var at = brace + 1;
        var labels = new List<KeyValuePair<string, string>>();
        while (line[at] != '}')
        {
            var equals = line.IndexOf('=', at);
            var name = line[at..equals];
            (var value, at) = Quoted(line, equals + 1);
            labels.Add(new(name, value));
            if (line[at] == ',')
                at++;
        }

        return new MetricPoint(line[..brace], labels, Number(line[(at + 2)..]));
    }

    /// <returns>The text between the quotes, and the place after them.</returns>
    private static (string Text, int After) Quoted(string line, int quote)
    {
        var text = new System.Text.StringBuilder();
        var at = quote + 1;
        for (; line[at] != '"'; at++)
        {
            if (line[at] != '\\')
                text.Append(line[at]);
            else
                text.Append(line[++at] == 'n' ? '\n' : line[at]);
        }

        return (text.ToString(), at + 1);
    }

    private static double Number(string written) => written switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(written, CultureInfo.InvariantCulture),
    };
}
