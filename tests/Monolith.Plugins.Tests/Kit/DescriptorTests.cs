using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Monolith.Plugins.Tests.Kit;

/// <summary>What every first-party agent says of itself.</summary>
public sealed class DescriptorTests
{
    public static TheoryData<string, string> Actions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var agent in AllAgents.List)
            {
                foreach (var action in agent.Descriptor.Actions)
                {
                    data.Add(agent.Descriptor.Name, action.Name);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Descriptors_All_HaveTheirActions() => Assert.Equal(
        [
            "command: run",
            "git: create clone info push",
            "validation: build test audit format licenses api publish validate report",
            "http: call wait check",
            "drill: work",
            "scaffold: create list plan generate",
            "coding-cli: run",
            "e2e: run generate validate write",
            "integration: merge_branch resolve_conflict update_dependencies run_integration_tests pull_request",
            "deployment: deploy rollback status health_check stop build_image push",
            "monitoring: watch",
        ],
        AllAgents.List.Select(agent => agent.Descriptor)
            .Select(agent => $"{agent.Name}: {string.Join(' ', agent.Actions.Select(action => action.Name))}"));

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Schema_Action_RefusesUnknownParametersAndDescribesAll(string agent, string action)
    {
        var text = AllAgents.Named(agent).Descriptor.Actions.Single(candidate => candidate.Name == action).ParametersSchema;

        var schema = await JsonSchema.FromJsonAsync(text);

        Assert.False(schema.AllowAdditionalProperties);
        Assert.NotEmpty(schema.Validate("""{ "no-such-parameter": 1 }"""));
        Assert.All(Properties(JsonNode.Parse(text)!), property => Assert.NotNull(property.Value!["description"]));
    }

    /// <summary>The host can only unload a plugin whose types no cache of a serializer holds.</summary>
    [Fact]
    public void Plugins_Assemblies_UseNoSerializer()
    {
        foreach (var agent in AllAgents.List)
        {
            using var module = Mono.Cecil.ModuleDefinition.ReadModule(agent.GetType().Assembly.Location);
            Assert.DoesNotContain(module.GetTypeReferences(), type => type.FullName == typeof(JsonSerializer).FullName);
            Assert.Contains(module.AssemblyReferences, reference => reference.Name == "Monolith.Agents.Sdk");
            Assert.DoesNotContain(
                module.AssemblyReferences.Select(reference => reference.Name),
                name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("Monolith.Agents.Sdk" or "Fluid" or "Parlot" or "YamlDotNet" or "Microsoft.Playwright" or "KubernetesClient.Aot"));
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonNode schema) => schema switch
    {
        JsonObject entries =>
            (entries["properties"] as JsonObject ?? []).Concat(entries.SelectMany(entry => Properties(entry.Value!))),
        JsonArray items => items.SelectMany(item => Properties(item!)),
        _ => [],
    };
}
