using System.Collections.Concurrent;
using System.Text.Json;
using Monolith.Agents.Invocation;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Calls;

/// <summary>What an agent elsewhere asks the host to do for it. The host does it as for an agent of its own: same sandbox, log and budget.</summary>
internal sealed class WorkerRequests(long call, AgentContext context, LineWriter writer)
{
    private const int Most = 256;

    // Spans and whatever else flows with a call.
    private readonly ExecutionContext? flow = ExecutionContext.Capture();
    private readonly ConcurrentDictionary<long, CancellationTokenSource> open = new();
    private readonly ConcurrentDictionary<long, IRunningProgram> running = new();

    public void Begin(JsonElement message)
    {
        var (id, what) = (Wire.Number(message, "request"), Wire.Text(message, "do"));
        var stop = new CancellationTokenSource();
        if (open.Count >= Most || !open.TryAdd(id, stop))
            throw new WireException($"asked for more than {Most} things at once, or for two with one number");

        Action work = what switch
        {
            "run" => Doing(id, RunAsync(ProgramMessage.Read(message, line => Tell("line", id, line)), stop.Token)),
            "start" => Doing(id, StartAsync(id, ProgramMessage.Read(message, line => Tell("line", id, line)))),
            "stop" => Doing(id, StopAsync(Wire.Number(message, "program"))),
            "ask" => Doing(id, AskAsync(QuestionMessage.Read(message, text => Tell("text", id, text)), stop.Token)),
            _ => throw new WireException($"asked for '{what}'; there are run, start, stop and ask"),
        };
        if (flow is null)
            work();
        else
            ExecutionContext.Run(flow, static state => ((Action)state!)(), work);
    }

    public void Abandon(long id)
    {
        if (open.TryGetValue(id, out var stop))
            _ = stop.CancelAsync();
    }

    public void Close()
    {
        foreach (var id in open.Keys)
            Abandon(id);
    }

    // On the pool: the thread that reads must not wait for a program's start.
    private Action Doing(long id, Func<Task<Action<Utf8JsonWriter>>> work) => () => _ = Task.Run(() => AnswerAsync(id, work));

    private async Task AnswerAsync(long id, Func<Task<Action<Utf8JsonWriter>>> work)
    {
        try
        {
            Reply(id, await work());
        }
        catch (Exception fault)
        {
            Reply(id, json => FaultMessage.WriteError(json, fault));
        }
        finally
        {
            if (open.TryRemove(id, out var stop))
                stop.Dispose();
        }
    }

    private Func<Task<Action<Utf8JsonWriter>>> RunAsync(ProgramSpec program, CancellationToken stop) => async () =>
    {
        var result = await context.Programs.RunAsync(program, stop);
        return json => ProgramMessage.Write(json, result);
    };

    private Func<Task<Action<Utf8JsonWriter>>> StartAsync(long id, ProgramSpec program) => () =>
    {
        var started = context.Programs.Start(program);
        running[id] = started;
        _ = TellEndAsync(id, started);
        return Task.FromResult<Action<Utf8JsonWriter>>(_ => { });
    };

    private Func<Task<Action<Utf8JsonWriter>>> StopAsync(long program) => async () =>
    {
        if (running.TryRemove(program, out var started))
            await started.DisposeAsync();
        return _ => { };
    };

    private Func<Task<Action<Utf8JsonWriter>>> AskAsync(ModelRequest request, CancellationToken stop) => async () =>
    {
        var answer = await context.Models.AskAsync(request, stop);
        return json => AnswerMessage.Write(json, answer);
    };

    private async Task TellEndAsync(long id, IRunningProgram program)
    {
        var result = await program.Exited;
        Send("exited", id, json => ProgramMessage.Write(json, result));
    }

    private void Reply(long id, Action<Utf8JsonWriter> value) => Send("reply", id, value);

    private void Tell(string type, long id, string text) => Send(type, id, json => json.WriteString("text", text));

    private void Send(string type, long id, Action<Utf8JsonWriter> members) => writer.Send(type, (call, id, members), static (json, message) =>
    {
        json.WriteNumber("call"u8, message.call);
        json.WriteNumber("request"u8, message.id);
        message.members(json);
    });
}
