using System.Collections.Concurrent;
using System.Net;
using Monolith.Host.Drill.Evidence;

namespace Monolith.Host.Drill.Load;

/// <summary>What the API said, over all senders.</summary>
internal sealed class AcceptedRuns
{
    private readonly ConcurrentQueue<AcceptedRun> runs = new();
    private readonly ConcurrentQueue<string> refusals = new();
    private readonly ConcurrentDictionary<HttpStatusCode, int> faults = new();
    private int lostAnswers;

    public IReadOnlyList<AcceptedRun> All => [.. runs];

    public int Count => runs.Count;

    /// <summary>Answers that were neither an acceptance nor "ask again": the API refused a right request.</summary>
    public IReadOnlyList<string> Refusals => [.. refusals];

    /// <summary>Answers from 500 on, by status.</summary>
    public IReadOnlyDictionary<HttpStatusCode, int> Faults => faults;

    public int LostAnswers => lostAnswers;

    public void Accepted(Guid run, string pipeline) => runs.Enqueue(new AcceptedRun(run, pipeline));

    public void Refused(string why) => refusals.Enqueue(why);

    public void Failed(HttpStatusCode status) => faults.AddOrUpdate(status, 1, (_, count) => count + 1);

    public void AnswerLost() => Interlocked.Increment(ref lostAnswers);
}
