namespace Monolith.Agents.Workers.Life;

/// <summary>Kills a worker that hangs or breeds. What else it may use the kernel and the runtime hold it to.</summary>
internal sealed class WorkerWatch(WorkerProcess worker, WorkerLimits limits, TimeProvider time)
{
    private const int LooksAPing = 5;
    private const int MostUnanswered = 6;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    public async Task RunAsync()
    {
        var pings = (await worker.Connection.Greeting).AnswersPings;
        using var timer = new PeriodicTimer(Between, time);
        for (var look = 1; !worker.Ended.IsCompleted; look++)
        {
            await Task.WhenAny(timer.WaitForNextTickAsync().AsTask(), worker.Ended);
            if (ProcessCount.Of(worker.Id, limits.Processes) > limits.Processes)
                worker.Kill($"was killed: it had more than {limits.Processes} processes and threads");
            if (pings && look % LooksAPing == 0)
                Ping();
        }
    }

    private void Ping()
    {
        if (worker.Connection.Unanswered >= MostUnanswered)
            worker.Kill($"was killed: it hung for {(Between * LooksAPing * MostUnanswered).TotalSeconds:0} s");
        else
            worker.Connection.Ping();
    }
}
