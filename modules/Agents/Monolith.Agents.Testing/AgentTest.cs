using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Monolith.Agents.Testing;

/// <summary>
/// Executes an agent as a stage would be: in a temporary workspace, which is deleted when this is disposed. What is set here holds for every
/// execution that follows.
/// </summary>
/// <param name="agent">The agent under test.</param>
public sealed class AgentTest(IAgent agent) : IDisposable
{
    /// <summary>The run's folder, empty at first.</summary>
    public TestWorkspace Workspace { get; } = new();

    /// <summary>The stage's log, of all executions.</summary>
    public RecordedLog Log { get; } = new();

    /// <summary>The clock that the agent is given; it stands still unless it is advanced.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The clock that the agent is given in place of <see cref="Time"/>, such as the system's beside real programs; null for <see cref="Time"/>.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>The language models; without answers, as on a host that has none.</summary>
    public TestModels Models { get; } = new();

    /// <summary>Runs programs; null for real ones in the workspace. See <see cref="ScriptedPrograms"/> for others.</summary>
    public IProgramRunner? Programs { get; set; }

    /// <summary>The secrets that the stage declares, by name.</summary>
    public IDictionary<string, string> Secrets { get; } = new Dictionary<string, string>();

    /// <summary>The stage's environment.</summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    /// <summary>Outputs of the stages before: <c>{ "stage-id": { "output": value } }</c>.</summary>
    public JsonObject Inputs { get; set; } = [];

    /// <summary>A UUID.</summary>
    public string RunId { get; set; } = "0199d2c4-0000-7000-8000-000000000001";

    /// <summary>The stage's id.</summary>
    public string StageId { get; set; } = "stage";

    /// <summary>1 for the first attempt.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>What was decided before the next execution; null when nothing was.</summary>
    public AgentApproval? Decision { get; set; }

    /// <summary>What people answered before the next execution, by the questions' ids; null when nothing was asked.</summary>
    public JsonObject? Answers { get; set; }

    /// <summary>Makes the handler of <see cref="IAgentContext.CreateHttpHandler"/>; null for one that connects anywhere.</summary>
    public Func<int?, SocketsHttpHandler>? Network { get; set; }

    /// <summary>
    /// Executes one action once. A <see cref="ModelException"/> or <see cref="ProgramStartException"/> that the agent lets go becomes a failure, as in a
    /// host; any other exception is thrown to the test.
    /// </summary>
    /// <param name="action">One of the descriptor's.</param>
    /// <param name="parameters">A JSON object. Only the host holds it against the action's schema.</param>
    /// <param name="cancellationToken">Given to the agent.</param>
    /// <exception cref="AgentAssertionException">The agent has no such action, the parameters are no JSON object, or the result is none that a host takes.</exception>
    public async Task<AgentRun> RunAsync(string action, string parameters = "{}", CancellationToken cancellationToken = default)
    {
        if (!agent.Descriptor.Actions.Any(known => known.Name == action))
            throw new AgentAssertionException($"'{agent.Descriptor.Name}' has no action '{action}'; it has {string.Join(", ", agent.Descriptor.Actions.Select(known => known.Name))}.");
        var context = new StageContext(this, action, ParametersOf(parameters));
        return new AgentRun(this, ResultCheck.Checked(await ExecuteAsync(context, cancellationToken)));
    }

    /// <inheritdoc/>
    public void Dispose() => Workspace.Dispose();

    private async Task<AgentResult> ExecuteAsync(StageContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await agent.ExecuteAsync(context, cancellationToken);
        }
        catch (ModelException fault)
        {
            return AgentResult.Failure(fault.Code, fault.Message, fault.Retryable);
        }
        catch (ProgramStartException fault)
        {
            return AgentResult.Failure(AgentErrorCodes.InsufficientResources, fault.Message);
        }
    }

    private static JsonElement ParametersOf(string text)
    {
        try
        {
            return JsonElement.Parse(text) is { ValueKind: JsonValueKind.Object } parameters
                ? parameters
                : throw new AgentAssertionException("The parameters are no JSON object.");
        }
        catch (JsonException fault)
        {
            throw new AgentAssertionException($"The parameters are no JSON: {fault.Message}");
        }
    }
}
