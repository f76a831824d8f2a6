using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Monolith.Plugins.E2e.Reading;

/// <summary>The entries of one mapping. Notes what was asked for, so that the rest can be refused.</summary>
internal sealed class Fields(YamlMappingNode node, string what, Faults faults)
{
    private readonly List<string> known = [];

    public Faults Faults => faults;

    public YamlNode Node => node;

    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    public YamlNode? Find(string key)
    {
        known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } text } => text,
        var other => Wrong(other, key, "must be text") ?? "",
    };

    public string RequiredText(string key) => Has(key) ? Text(key)! : Wrong(node, key, "is missing") ?? Text(key) ?? "";

    /// <summary>May be empty: the value of a field.</summary>
    public string PossiblyEmpty(string key) => Find(key) switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        null => Wrong(node, key, "is missing") ?? "",
        var other => Wrong(other, key, "must be text") ?? "",
    };

    public bool? Flag(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: "true" } => true,
        YamlScalarNode { Value: "false" } => false,
        var other => Wrong(other, key, "must be true or false") is null,
    };

    public int? Whole(string key, int least, int most)
    {
        var value = Find(key);
        if (value is null)
            return null;
        if (value is YamlScalarNode { Value: { } text }
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(value, key, $"must be a whole number from {least} to {most}");
        return least;
    }

    public IReadOnlyDictionary<string, string> Map(string key) => Find(key) switch
    {
        null => new Dictionary<string, string>(),
        YamlMappingNode map => map.Children.Where(entry => IsPlain(entry.Key, entry.Value, key))
            .ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => ((YamlScalarNode)entry.Value).Value ?? ""),
        var other => Wrong(other, key, "must be a mapping of names to texts") is null ? new Dictionary<string, string>() : [],
    };

    public IReadOnlyList<YamlNode> List(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children],
        var other => Wrong(other, key, "must be a list") is null ? [] : [],
    };

    /// <summary>Refuses what nobody asked for.</summary>
    public void NoOthers()
    {
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !known.Contains(name)))
            faults.Add(key, $"{what}: '{key}' is not known here. Known are: {string.Join(", ", known.Distinct())}.");
    }

    public string? Wrong(YamlNode at, string key, string fault)
    {
        faults.Add(at, $"{what}: '{key}' {fault}.");
        return null;
    }

    private bool IsPlain(YamlNode key, YamlNode value, string name)
    {
        if (key is YamlScalarNode { Value: not null } && value is YamlScalarNode)
            return true;
        Wrong(value, name, "must be a mapping of names to texts");
        return false;
    }
}
