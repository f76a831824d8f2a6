using System.Collections.Concurrent;
using System.Text.Json;
using Monolith.Agents.Invocation;
using Monolith.Agents.Workers.Calls;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Life;

/// <summary>The host's end of the protocol with one process.</summary>
internal sealed class WorkerConnection
{
    private readonly LineReader reader;
    private readonly LineWriter writer;
    private readonly ConcurrentDictionary<long, WorkerCall> calls = new();
    private readonly TaskCompletionSource<WorkerGreeting> greeting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string?> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile WorkerException? ended;
    private long lastCall;
    private long pings;
    private long pongs;

    public WorkerConnection(Stream input, Stream output)
    {
        reader = new LineReader(input, Wire.LongestLine);
        writer = new LineWriter(output, waits: false);
        new Thread(Read) { IsBackground = true, Name = "worker" }.Start();
    }

    public Task<WorkerGreeting> Greeting => greeting.Task;

    /// <summary>Completes when nothing more comes: with what the peer did wrong, or null when it just closed.</summary>
    public Task<string?> Closed => closed.Task;

    /// <summary>Whether it has done a call to its end.</summary>
    public bool HasWorked { get; private set; }

    /// <summary>Whether nobody waits for any call.</summary>
    public bool IsIdle => calls.Values.All(call => call.IsLeftBehind);

    public long Unanswered => Volatile.Read(ref pings) - Volatile.Read(ref pongs);

    public void Hello(WorkerHello hello) => writer.Send("hello", hello, WorkerHello.Write);

    public void Bye() => writer.Send("bye", 0, static (_, _) => { });

    public void Ping() => writer.Send("ping", Interlocked.Increment(ref pings), static (json, number) => json.WriteNumber("number", number));

    public void Cancel(WorkerCall call) => writer.Send("cancel", call.Id, static (json, id) => json.WriteNumber("call", id));

    public WorkerCall Begin(AgentContext context)
    {
        var call = new WorkerCall(Interlocked.Increment(ref lastCall), context, writer);
        calls[call.Id] = call;
        if (ended is { } why)
            call.Fail(why);
        else
            writer.Send("call", (call.Id, context.Call), CallMessage.Write);
        return call;
    }

    public void End(WorkerCall call)
    {
        calls.TryRemove(call.Id, out _);
        call.Close();
    }

    /// <summary>No call comes to an end any more.</summary>
    public void Fail(WorkerException why)
    {
        ended = why;
        greeting.TrySetException(why);
        foreach (var call in calls.Values)
            call.Fail(why);
    }

    private void Read()
    {
        string? wrong = null;
        try
        {
            while (reader.Next() is { } line)
                Take(line);
        }
        catch (WireException fault)
        {
            wrong = fault.Message;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            wrong = $"sent what is no message of the protocol: {fault.Message}";
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // It closed in the midst of something.
        }

        closed.TrySetResult(wrong);
    }

    private void Take(ReadOnlyMemory<byte> line)
    {
        if (line.IsEmpty)
            return;
        using var document = JsonDocument.Parse(line, Wire.Reading);
        var message = document.RootElement;
        switch (Wire.Text(message, "type"))
        {
            case "ready":
                greeting.TrySetResult(WorkerGreeting.Ready(message));
                break;
            case "refused":
                greeting.TrySetResult(WorkerGreeting.Refused(message));
                break;
            case "pong":
                Volatile.Write(ref pongs, Wire.Number(message, "number"));
                break;
            case var type:
                Take(type, message);
                break;
        }
    }

    private void Take(string type, JsonElement message)
    {
        // One that is not there has ended here, and its agent goes on.
        if (!calls.TryGetValue(Wire.Number(message, "call"), out var call))
            return;
        call.Take(type, message);
        HasWorked |= type == "result";
    }
}
