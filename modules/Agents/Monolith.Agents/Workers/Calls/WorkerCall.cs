using System.Text.Json;
using Monolith.Agents.Invocation;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Calls;

/// <summary>One call as the host sees it, while the agent does it elsewhere.</summary>
internal sealed class WorkerCall
{
    private readonly AgentContext context;
    private readonly WorkerRequests requests;
    private readonly TaskCompletionSource<AgentResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WorkerCall(long id, AgentContext context, LineWriter writer)
    {
        this.context = context;
        Id = id;
        requests = new WorkerRequests(id, context, writer);
    }

    public long Id { get; }

    public Task<AgentResult> Result => result.Task;

    /// <summary>It was cancelled and went on, until nobody waited any more.</summary>
    public bool IsLeftBehind { get; set; }

    /// <exception cref="WireException">The message is not right.</exception>
    public void Take(string type, JsonElement message)
    {
        switch (type)
        {
            case "log":
                context.Log.Write(Level(Wire.OptionalText(message, "level")), Wire.Text(message, "line"));
                break;
            case "request":
                requests.Begin(message);
                break;
            case "abandon":
                requests.Abandon(Wire.Number(message, "request"));
                break;
            case "result" when FaultMessage.Read(message) is { } fault:
                result.TrySetException(fault);
                break;
            case "result":
                result.TrySetResult(ResultMessage.Read(message));
                break;
            default:
                throw new WireException($"sent a message of the type '{type}'");
        }
    }

    public void Fail(WorkerException why) => result.TrySetException(why);

    /// <summary>What it still asks for is given up.</summary>
    public void Close() => requests.Close();

    private static AgentLogLevel Level(string? name) => name switch
    {
        null or "info" => AgentLogLevel.Info,
        "debug" => AgentLogLevel.Debug,
        "warning" => AgentLogLevel.Warning,
        "error" => AgentLogLevel.Error,
        _ => throw new WireException($"sent a line of the level '{name}'; there are debug, info, warning and error"),
    };
}
