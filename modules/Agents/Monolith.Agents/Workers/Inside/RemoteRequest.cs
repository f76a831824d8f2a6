using System.Text.Json;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Inside;

/// <summary>Something the host was asked for.</summary>
internal sealed class RemoteRequest(long id, Action<string>? heard)
{
    private readonly TaskCompletionSource<JsonElement> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ProgramResult> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task told = Task.CompletedTask;

    public long Id => id;

    /// <summary>Its value; an element without a kind where there is none.</summary>
    public Task<JsonElement> Reply => reply.Task;

    /// <summary>Of a program that was started.</summary>
    public Task<ProgramResult> Exited => exited.Task;

    /// <summary>Whether nothing more comes.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether more comes after the reply.</summary>
    public bool IsProgram { get; init; }

    public void Take(string type, JsonElement message)
    {
        switch (type)
        {
            case "reply":
                var (value, error) = (Wire.Find(message, "value")?.Clone() ?? default, Wire.Find(message, "error")?.Clone());
                IsOver = !IsProgram || error is not null;
                InOrder(() => Complete(value, error));
                break;
            case "exited":
                var result = ProgramMessage.Result(Wire.Find(message, "value") ?? default);
                IsOver = true;
                InOrder(() => exited.TrySetResult(result));
                break;
            case "line" or "text":
                var text = Wire.Text(message, "text");
                InOrder(() => heard?.Invoke(text));
                break;
        }
    }

    public void Fail(Exception why)
    {
        reply.TrySetException(why);
        exited.TrySetException(why);
        _ = (reply.Task.Exception, exited.Task.Exception);
    }

    private void Complete(JsonElement value, JsonElement? error)
    {
        if (error is null)
            reply.TrySetResult(value);
        else
            reply.TrySetException(FaultMessage.Error(error.Value));
    }

    // Whoever hears the lines is the agent's code: it must not hold the thread that reads, nor hear a line after the reply.
    private void InOrder(Action step)
    {
        if (heard is null)
            step();
        else
            told = told.ContinueWith(_ => Try(step), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private static void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception)
        {
            // The agent's own code; what the host says goes on all the same.
        }
    }
}
