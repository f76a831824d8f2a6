using System.Text.Json.Nodes;
using Monolith.Plugins.E2e;
using Monolith.Plugins.Tests.Samples;
using NJsonSchema;

namespace Monolith.Plugins.Tests.E2e;

public sealed class SchemaTests : E2eTestBase
{
    [Fact]
    public async Task Schema_OfTheFormat_AgreesWithTheReader()
    {
        await using var stream = typeof(E2eAgent).Assembly.GetManifestResourceStream("scenarios.schema.json")!;
        using var text = new StreamReader(stream);
        var schema = await JsonSchema.FromJsonAsync(await text.ReadToEndAsync());

        foreach (var good in new[] { Scenarios.EveryStep, Scenarios.FailingAndFlaky, Scenarios.WithSecret, Scenarios.Endless })
            Assert.Empty(schema.Validate(YamlText.Parse(good).ToJsonString()));
        foreach (var bad in new[] { "opne: /", "open: { url: / }", "click: { label: A, css: b }", "fill: { label: A }", "expect: {}", "press: Enter", "request: { status: 200 }", "waitFor: { text: x, state: gone }" })
        {
            var yaml = $"scenarios: [{{ name: A, steps: [{{ {bad} }}] }}]";
            Assert.NotEmpty(schema.Validate(YamlText.Parse(yaml).ToJsonString()));
            (await DoAsync(Context("validate", new JsonObject { ["inline"] = yaml }))).FailedWith(AgentErrorCodes.TaskValidationFailed);
        }
    }
}
