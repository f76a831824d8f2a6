using Monolith.Plugins.E2e.Scenarios;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Monolith.Plugins.E2e.Reading;

/// <summary>Reads a file of scenarios and finds all its mistakes.</summary>
internal static class ScenarioReader
{
    private const int MostScenarios = 1_000;

    /// <param name="path">As the file is called in messages.</param>
    /// <param name="yaml">What it holds.</param>
    /// <param name="variables">Of the stage; they win over the file's.</param>
    /// <param name="faults">What is wrong; the result only counts when that is nothing.</param>
    public static ScenarioFile Read(string path, string yaml, IReadOnlyDictionary<string, string> variables, Faults faults)
    {
        var fields = Root(yaml, faults);
        var name = fields?.Text("name") ?? Path.GetFileNameWithoutExtension(path);
        var known = Merged(fields?.Map("variables"), variables);
        var scenarios = fields is null ? [] : Scenarios(fields, known);
        fields?.NoOthers();
        return new ScenarioFile(path, name, known, scenarios);
    }

    private static Fields? Root(string yaml, Faults faults)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException fault)
        {
            faults.Add(fault.Start, $"This is not YAML: {fault.Message}");
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            return new Fields(root, "file", faults);
        faults.Add(Mark.Empty, "The file must be one mapping with 'scenarios'.");
        return null;
    }

    private static List<Scenario> Scenarios(Fields file, IReadOnlyDictionary<string, string> variables)
    {
        var nodes = file.List("scenarios");
        if (nodes.Count is 0 or > MostScenarios)
            file.Wrong(file.Find("scenarios") ?? file.Node, "scenarios", $"must list 1 to {MostScenarios} scenarios");

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var scenarios = new List<Scenario>();
        foreach (var node in nodes.Take(MostScenarios))
        {
            if (node is not YamlMappingNode mapping)
            {
                file.Faults.Add(node, "scenarios: each must be a mapping with 'name' and 'steps'.");
                continue;
            }

            var scenario = Scenario(new Fields(mapping, "scenario", file.Faults), variables);
            if (scenario.Name.Length > 0 && !names.Add(scenario.Name))
                file.Faults.Add(node, $"scenario: '{scenario.Name}' is the name of two scenarios.");
            scenarios.Add(scenario);
        }

        return scenarios;
    }

    private static Scenario Scenario(Fields fields, IReadOnlyDictionary<string, string> variables)
    {
        var name = fields.RequiredText("name");
        var tags = fields.List("tags").Select(tag => tag is YamlScalarNode { Value: { Length: > 0 } text } ? text : fields.Wrong(tag, "tags", "must list texts") ?? "").ToList();
        var skip = fields.Text("skip");
        var steps = StepReader.Read(fields, variables);
        fields.NoOthers();
        if (name.Contains("${", StringComparison.Ordinal))
            fields.Wrong(fields.Node, "name", "cannot hold placeholders");
        return new Scenario(name, tags, skip, steps, (int)fields.Node.Start.Line);
    }

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string>? own, IReadOnlyDictionary<string, string> given)
    {
        var merged = new Dictionary<string, string>(own ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (name, value) in given)
            merged[name] = value;
        return merged;
    }
}
