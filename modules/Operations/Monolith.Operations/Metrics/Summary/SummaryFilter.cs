using Monolith.Kernel;

namespace Monolith.Operations.Metrics.Summary;

/// <summary>Which metrics and series are asked for.</summary>
internal sealed class SummaryFilter
{
    private readonly string[] names;
    private readonly ILookup<string, string> labels;

    private SummaryFilter(string[] names, ILookup<string, string> labels) => (this.names, this.labels) = (names, labels);

    /// <param name="names">Names, with <c>*</c> at the end for all that begin so; all when empty.</param>
    /// <param name="labels"><c>name=value</c> each. Of the values of one name any may fit, of the names each must.</param>
    public static Result<SummaryFilter> Parse(string[] names, string[] labels)
    {
        var pairs = labels.Select(label => (Text: label, Sign: label.IndexOf('=', StringComparison.Ordinal))).ToList();
        if (pairs.Find(pair => pair.Sign <= 0) is { Text: { } wrong })
            return new Problem(ErrorCodes.ValidationError, $"'{wrong}' is not a label: write name=value, such as label=method=GET.", "label");
        return new SummaryFilter(names, pairs.ToLookup(pair => pair.Text[..pair.Sign], pair => pair.Text[(pair.Sign + 1)..]));
    }

    public bool Takes(string name) => names.Length == 0 || names.Any(wanted => Fits(wanted, name));

    public bool Takes(IReadOnlyDictionary<string, string> series) =>
        labels.All(wanted => series.TryGetValue(wanted.Key, out var value) && wanted.Contains(value));

    private static bool Fits(string wanted, string name) =>
        wanted.EndsWith('*') ? name.StartsWith(wanted[..^1], StringComparison.Ordinal) : name == wanted;
}
