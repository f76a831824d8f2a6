using Monolith.Plugins.E2e.Scenarios;
using YamlDotNet.RepresentationModel;

namespace Monolith.Plugins.E2e.Reading;

internal static class StepReader
{
    private const int MostSteps = 500;

    public static List<Step> Read(Fields scenario, IReadOnlyDictionary<string, string> variables)
    {
        var nodes = scenario.List("steps");
        if (nodes.Count is 0 or > MostSteps)
            scenario.Wrong(scenario.Find("steps") ?? scenario.Node, "steps", $"must list 1 to {MostSteps} steps");

        var steps = new List<Step>();
        foreach (var node in nodes.Take(MostSteps))
        {
            if (One(node, scenario.Faults) is not { } step)
                continue;
            PlaceholderCheck.Look(step, node, variables, scenario.Faults);
            steps.Add(step);
        }

        return steps;
    }

    private static Step? One(YamlNode node, Faults faults)
    {
        if (node is not YamlMappingNode { Children.Count: 1 } mapping || mapping.Children.First().Key is not YamlScalarNode { Value: { } word })
        {
            faults.Add(node, "step: each must be one entry, such as 'open: /' or 'click: { role: button, name: Add }'.");
            return null;
        }

        if (!StepKinds.ByWord.TryGetValue(word, out var kind))
        {
            faults.Add(node, $"step: '{word}' is not known. Known are: {string.Join(", ", StepKinds.ByWord.Keys)}.");
            return null;
        }

        var step = new Step(kind, (int)node.Start.Line);
        return mapping.Children.First().Value switch
        {
            YamlScalarNode { Value: { Length: > 0 } text } when IsPlain(kind) => step with { Text = text },
            YamlMappingNode body when !IsPlain(kind) => Detailed(step, new Fields(body, word, faults)),
            var other => Wrong(other, word, kind, faults),
        };
    }

    private static bool IsPlain(StepKind kind) => kind is StepKind.Page or StepKind.Open or StepKind.Screenshot;

    private static Step? Wrong(YamlNode at, string word, StepKind kind, Faults faults)
    {
        faults.Add(at, IsPlain(kind) ? $"{word}: must be a text." : $"{word}: must be a mapping, such as {Example(kind)}.");
        return null;
    }

    private static string Example(StepKind kind) => kind switch
    {
        StepKind.Fill => "{ label: Name, value: Ada }",
        StepKind.Select => "{ label: Size, option: Large }",
        StepKind.Press => "{ label: Name, key: Enter }",
        StepKind.Expect => "{ role: heading, name: Notes } or { title: Notes }",
        StepKind.Request => "{ url: /health, status: 200 }",
        _ => "{ role: button, name: Add }",
    };

    private static Step Detailed(Step step, Fields fields)
    {
        var read = step.Kind switch
        {
            StepKind.Fill => step with { On = LocateReader.Read(fields), Text = fields.PossiblyEmpty("value") },
            StepKind.Select => step with { On = LocateReader.Read(fields), Text = fields.RequiredText("option") },
            StepKind.Press => step with { On = LocateReader.ReadOptional(fields), Text = fields.RequiredText("key") },
            StepKind.WaitFor => step with { On = LocateReader.Read(fields), Text = State(fields) },
            StepKind.Expect => ExpectReader.Read(step, fields),
            StepKind.Request => step with { Call = CallReader.Read(fields) },
            _ => step with { On = LocateReader.Read(fields) },
        };
        fields.NoOthers();
        return read;
    }

    private static string State(Fields fields) => fields.Text("state") switch
    {
        null => "visible",
        "visible" or "hidden" => fields.Text("state")!,
        _ => fields.Wrong(fields.Find("state")!, "state", "must be visible or hidden") ?? "visible",
    };
}
