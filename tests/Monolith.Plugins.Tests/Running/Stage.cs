using System.Text.Json;
using NJsonSchema;

namespace Monolith.Plugins.Tests.Running;

/// <summary>Does one stage as a host does: the parameters checked against the action's schema first.</summary>
public static class Stage
{
    private static readonly TimeSpan Safety = TimeSpan.FromMinutes(5);

    public static async Task<AgentResult> RunAsync(IAgent agent, TestContext context)
    {
        var faults = await FaultsAsync(agent, context.Action, context.Parameters.GetRawText());
        Assert.True(faults.Count == 0, $"{context.Action}: {string.Join("; ", faults)}");
        return await RunUncheckedAsync(agent, context);
    }

    /// <summary>Without the host's check, so that the agent's own can be seen.</summary>
    public static Task<AgentResult> RunUncheckedAsync(IAgent agent, TestContext context) =>
        agent.ExecuteAsync(context, CancellationToken.None).WaitAsync(Safety);

    public static async Task<IReadOnlyList<string>> FaultsAsync(IAgent agent, string action, string parameters)
    {
        var schema = await JsonSchema.FromJsonAsync(
            agent.Descriptor.Actions.Single(candidate => candidate.Name == action).ParametersSchema);
        return [.. schema.Validate(parameters).Select(fault => fault.ToString())];
    }

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static AgentResult Succeeded(this AgentResult result, TestContext? context = null)
    {
        Assert.True(result.Error is null, $"{result.Error?.Code}: {result.Error?.Message}\n{context?.Lines.Text}");
        return result;
    }

    public static AgentError FailedWith(this AgentResult result, string code)
    {
        Assert.NotNull(result.Error);
        Assert.Equal(code, result.Error.Code);
        return result.Error;
    }

    public static AgentError Says(this AgentError error, string part)
    {
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        return error;
    }
}
