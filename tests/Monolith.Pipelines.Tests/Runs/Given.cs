using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Reading;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Runs;

/// <summary>A run brought into a state by commands, on a clock that the test moves.</summary>
internal sealed class Given
{
    public static readonly Guid Host = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    public static readonly Guid OtherHost = Guid.Parse("00000000-0000-0000-0000-00000000000b");
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private Given(RunState run) => Run = run;

    public RunState Run { get; private set; }

    public DateTimeOffset Now { get; private set; } = Start;

    public List<IRunEvent> Events { get; } = [];

    /// <summary>A run of the stages, written one a line: <c>id: needs, needs; option: value</c>.</summary>
    public static Given Created(string yaml)
    {
        var document = DefinitionReader.Read(System.Text.Encoding.UTF8.GetBytes("name: p\n" + yaml), DefinitionFormat.Yaml);
        var definition = DefinitionCompiler.Load(document.Value);
        var given = new Given(RunState.New(Guid.Parse("00000000-0000-0000-0000-000000000001"), definition));
        given.Take(new RunCreated(
            "p", null, definition.Hash, JsonDocument.Parse("{}").RootElement, new Dictionary<string, string>(), "manual", null, null,
            new Dictionary<string, string>(), Start));
        return given;
    }

    /// <summary>The same run from another first event.</summary>
    public Given From(RunCreated created)
    {
        (Run, Now) = (RunState.New(Run.Id, Run.Definition), created.At);
        Events.Clear();
        Take(created);
        return this;
    }

    public void Wait(TimeSpan time) => Now += time;

    public static Given Started(string yaml) => Created(yaml).Claim();

    /// <summary>Stages as <c>a b c&lt;a,b</c>: c needs a and b.</summary>
    public static string Stages(string stages) => "stages:\n" + string.Concat(stages.Split(' ').Select(stage =>
    {
        var parts = stage.Split('<');
        return $"  - {{ id: {parts[0]}, agent: x, action: y, needs: [{(parts.Length > 1 ? parts[1] : "")}] }}\n";
    }));

    public Given Claim(Guid? host = null, Guid? deadHost = null) => Do(new ClaimRun(host ?? Host, "host", deadHost, Now));

    public Given Succeed(string stage, IReadOnlyDictionary<string, double>? metrics = null) =>
        Complete(stage, new AttemptOutcome { Metrics = metrics });

    public Given Fail(string stage, bool retryable = false) =>
        Complete(stage, AttemptOutcome.Failure(ErrorCodes.TaskExecutionFailed, "it broke", retryable));

    public Given Complete(string stage, AttemptOutcome outcome) =>
        Do(new CompleteStage(stage, Run.Stages[Run.IndexOf(stage)].Attempt, Run.Stages[Run.IndexOf(stage)].Execution, outcome, Now));

    public Given Pass(TimeSpan time)
    {
        Now += time;
        return Do(new PassTime(Now));
    }

    public Given Pause() => Do(new PauseRun(Now));

    public Given Resume() => Do(new ResumeRun(Host, "host", Now));

    public Given Cancel() => Do(new CancelRun("enough", Now));

    public Given Signal(string name, string? payload = null) => Do(SignalOf(name, payload));

    public SignalRun SignalOf(string name, string? payload = null) =>
        new(name, payload is null ? null : JsonDocument.Parse(payload).RootElement, OtherHost, "other", Now);

    /// <summary>The attempt began another run and leaves the rest to it.</summary>
    public Given BeginChild(string stage) => Complete(stage, new AttemptOutcome { ChildRun = Guid.Parse("00000000-0000-0000-0000-0000000000cc") });

    public Given EndChild(string stage, AttemptOutcome? outcome = null) =>
        Do(new EndChild(stage, Run.Stages[Run.IndexOf(stage)].Attempt, outcome ?? AttemptOutcome.Success, OtherHost, "other", Now));

    public Given Retry(string? from = null) => Do(new RetryRun(from, Host, "host", Now));

    public Given Do(IRunCommand command)
    {
        var decided = Run.Decide(command);
        Assert.True(decided.IsSuccess, string.Join("; ", decided.Problems));
        foreach (var change in decided.Value.Events)
            Take(change);
        return this;
    }

    public Problem Refused(IRunCommand command)
    {
        var decided = Run.Decide(command);
        Assert.False(decided.IsSuccess);
        return Assert.Single(decided.Problems);
    }

    /// <summary>The events since the last call, as <c>stage_started a</c>-like words without time.</summary>
    public string Said()
    {
        var words = string.Join(' ', Events.Select(Word));
        Events.Clear();
        return words;
    }

    public string Statuses() => string.Join(' ', Run.Definition.Graph.Stages.Select(s =>
        $"{s.Definition.Id}:{Run.Stages[s.Index].Status.ToString().ToLowerInvariant()}"));

    public void Take(IRunEvent change)
    {
        Events.Add(change);
        Run = Run.Apply(change);
    }

    private static string Word(IRunEvent change) => change switch
    {
        StageStarted e => e.Attempt == 1 ? $"+{e.Stage}" : $"+{e.Stage}#{e.Attempt}",
        StageSucceeded e => $"ok:{e.Stage}",
        StageFailed e => $"fail:{e.Stage}",
        StageSkipped e => $"skip:{e.Stage}",
        StageBlocked e => $"wait:{e.Stage}",
        RunSignalled e => $"signal:{e.Signal}",
        StagesReused e => $"reused({string.Join(',', e.Stages.Select(s => s.Stage))})",
        StageRetryScheduled e => $"again:{e.Stage}",
        StagePostponed e => $"later:{e.Stage}",
        RunClaimed e => e.Interrupted.Count == 0 ? "claimed" : $"claimed({string.Join(',', e.Interrupted)})",
        RunRetried e => $"retried({string.Join(',', e.Reset)}|{string.Join(',', e.Reused)})",
        _ => change.GetType().Name["Run".Length..].ToLowerInvariant(),
    };
}
