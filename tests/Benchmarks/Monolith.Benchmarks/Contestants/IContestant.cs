namespace Monolith.Benchmarks.Contestants;

/// <summary>Something that does a run: 5 no-op steps, each on disk before the next begins.</summary>
internal interface IContestant : IAsyncDisposable
{
    string Name { get; }

    /// <summary>How many runs are done at a time where throughput is asked for: what suits the contestant best.</summary>
    int InFlight { get; }

    /// <summary>So many make one turn of about a second.</summary>
    int RunsInATurn { get; }

    Task StartAsync(Running.Bench bench);

    /// <summary>Submits one run and returns when it is over.</summary>
    Task RunAsync();

    /// <summary>Returns when the store knows of every step of the runs so far that it is done; a turn is not over before.</summary>
    Task SettleAsync() => Task.CompletedTask;
}
