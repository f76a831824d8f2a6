using System.Diagnostics;
using Monolith.Kernel;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Engine.Tracing;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Engine.Tracing;

public sealed class SpansTests
{
    private const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public void Spans_NobodyListens_AreNotMadeAndCostNothing()
    {
        var run = Traced();
        var created = Assert.IsType<RunCreated>(Given.Created(Given.Stages("a")).Events[0]);
        var claimed = new RunClaimed(Given.OtherHost, "host", ["a"], Given.Start);
        Do(run, created, claimed);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Do(run, created, claimed);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Stage_OfAnyHost_IsBeneathTheRunAndLinkedToItsCause()
    {
        using var spans = new Heard();
        var run = Traced();
        using var execution = new StageExecution("a", 1, 2, Task.CompletedTask);
        ActivityContext cause;
        using (var taken = RunSpans.TakeOver(run, new RunClaimed(Given.OtherHost, "host", ["a"], Given.Start))!)
            cause = taken.Context;

        using var span = StageSpans.Begin(run, execution, cause)!;

        Assert.Equal(RunSpans.ContextOf(run).TraceId, span.TraceId);
        Assert.Equal("b7ad6b7169203331", span.ParentSpanId.ToHexString());
        Assert.Equal(cause, Assert.Single(span.Links).Context);
        Assert.Equal(2, span.GetTagItem("monolith.stage.execution"));
    }

    [Fact]
    public void Run_Accepted_KeepsItsSpan()
    {
        using var spans = new Heard();
        var created = (RunCreated)Given.Created(Given.Stages("a")).Events[0] with { Origin = new Origin { RequestId = "r-1" } };

        using var span = RunSpans.Accept(Guid.Empty, created)!;

        Assert.Equal(new Origin { RequestId = "r-1", TraceParent = span.Id }, RunSpans.KeptIn(created, span).Origin);
        Assert.Same(created, RunSpans.KeptIn(created, accepted: null));
    }

    private static RunState Traced() => Given.Started(Given.Stages("a b<a")).Run with { Origin = new Origin { TraceParent = TraceParent } };

    private static void Do(RunState run, RunCreated created, RunClaimed claimed)
    {
        Assert.Same(created, RunSpans.KeptIn(created, RunSpans.Accept(run.Id, created)));
        RunSpans.TakeOver(run, claimed)?.Dispose();
        RunSpans.End(run);
    }

    private sealed class Heard : IDisposable
    {
        private readonly ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Monolith.Pipelines",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };

        public Heard() => ActivitySource.AddActivityListener(listener);

        public void Dispose() => listener.Dispose();
    }
}
