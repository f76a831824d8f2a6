using System.Collections.Concurrent;
using System.Text.Json;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Inside;

/// <summary>What one call has asked the host for, and not been given yet.</summary>
internal sealed class RemoteRequests(long call, LineWriter writer)
{
    private readonly ConcurrentDictionary<long, RemoteRequest> open = new();
    private long last;
    private volatile bool closed;

    /// <param name="what">The host's word for it.</param>
    /// <param name="members">Writes the rest of the message.</param>
    /// <param name="heard">Hears what comes before the reply; null when nobody listens.</param>
    public RemoteRequest Send(string what, Action<Utf8JsonWriter> members, Action<string>? heard = null)
    {
        var request = new RemoteRequest(Interlocked.Increment(ref last), heard) { IsProgram = what == "start" };
        open[request.Id] = request;
        if (closed)
            request.Fail(Over());
        writer.Send("request", (call, request.Id, what, members), static (json, message) =>
        {
            json.WriteNumber("call", message.call);
            json.WriteNumber("request", message.Id);
            json.WriteString("do", message.what);
            message.members(json);
        });
        return request;
    }

    /// <summary>The host gives it up, and says so.</summary>
    public void Abandon(RemoteRequest request) => writer.Send("abandon", (call, request.Id), static (json, message) =>
    {
        json.WriteNumber("call", message.call);
        json.WriteNumber("request", message.Id);
    });

    public void Take(string type, JsonElement message)
    {
        if (!open.TryGetValue(Wire.Number(message, "request"), out var request))
            return;
        request.Take(type, message);
        if (request.IsOver)
            open.TryRemove(request.Id, out _);
    }

    public void Close()
    {
        closed = true;
        foreach (var request in open.Values)
            request.Fail(Over());
    }

    private static ProgramStartException Over() => new("The call is over: it was cancelled, or the agent has returned.");
}
