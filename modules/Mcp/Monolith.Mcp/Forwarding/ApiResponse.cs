using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Monolith.Mcp.Forwarding;

/// <summary>The answer to a request within the process, read while it is written.</summary>
internal sealed class ApiResponse : IHttpResponseFeature, IHttpResponseBodyFeature, IAsyncDisposable
{
    private readonly Stack<(Func<object, Task> Callback, object State)> starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> completed = new();
    private readonly TaskCompletionSource<int> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Pipe pipe = new(new PipeOptions(useSynchronizationContext: false));
    private readonly ApiResponseStream written;

    public ApiResponse()
    {
        written = new ApiResponseStream(pipe.Writer.AsStream(leaveOpen: true), this);
        Writer = PipeWriter.Create(written, new StreamPipeWriterOptions(leaveOpen: true));
        Body = pipe.Reader.AsStream();
    }

    /// <summary>Completes with the status when the answer begins.</summary>
    public Task<int> Started => started.Task;

    /// <summary>To be read.</summary>
    public Stream Body { get; }

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public bool HasStarted { get; private set; }

    public PipeWriter Writer { get; }

    Stream IHttpResponseBodyFeature.Stream => written;

    Stream IHttpResponseFeature.Body
    {
        get => written;
        set => throw new NotSupportedException();
    }

    public void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => completed.Push((callback, state));

    public void DisableBuffering()
    {
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted)
            return;
        while (starting.TryPop(out var next))
            await next.Callback(next.State);
        HasStarted = true;
        started.TrySetResult(StatusCode);
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(written, path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        await StartAsync();
        await Writer.FlushAsync();
    }

    /// <summary>The reader takes no more.</summary>
    public ValueTask LeaveAsync() => pipe.Reader.CompleteAsync();

    public ValueTask DisposeAsync() => written.DisposeAsync();

    /// <summary>Nothing more is written.</summary>
    /// <param name="fault">Why, if something broke.</param>
    public async Task EndAsync(Exception? fault)
    {
        try
        {
            if (fault is null)
                await CompleteAsync();
        }
        catch (Exception broken)
        {
            fault = broken;
        }

        started.TrySetResult(fault is null ? StatusCode : StatusCodes.Status500InternalServerError);
        await pipe.Writer.CompleteAsync(fault);
        while (completed.TryPop(out var next))
            await next.Callback(next.State);
    }
}
