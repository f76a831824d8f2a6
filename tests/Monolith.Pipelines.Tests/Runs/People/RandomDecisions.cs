using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Runs.People;

/// <summary>
/// A run that ann started, and what may come to it next. The stages do as the engine has them: without an approval that still fits they ask,
/// with one they end.
/// </summary>
internal sealed class RandomDecisions
{
    public const string Starter = "ann";

    /// <summary>fay stands in for cat and for ann, gus may decide nothing.</summary>
    private static readonly string[] People = [Starter, "bob", "cat", "dan", "fay", "gus"];

    private static readonly string[] Options = ["blue", "green"];

    private readonly Random random;
    private DateTimeOffset now = Given.Start;

    public RandomDecisions(int seed)
    {
        random = new Random(seed);
        Run = Empty.Apply(Created);
    }

    public static RunState Empty { get; } = RunState.New(
        Guid.Parse("00000000-0000-0000-0000-000000000001"), Given.Created(Given.Stages("a b<a c<a")).Run.Definition);

    public RunCreated Created { get; } = new(
        "p", null, Empty.Definition.Hash, JsonDocument.Parse("{}").RootElement, new Dictionary<string, string>(), "manual", null, null,
        new Dictionary<string, string>(), Given.Start)
    { Origin = new Origin { UserId = Starter } };

    public RunState Run { get; set; }

    public IRunCommand Next()
    {
        now += TimeSpan.FromSeconds(random.Next(30));
        var running = Run.Definition.Graph.Stages.Where(stage => Run.Stages[stage.Index].Status == StageStatus.Running).ToList();
        if (Run.HostId is null || random.Next(25) == 0)
            return new ClaimRun(Pick([Given.Host, Given.OtherHost]), "host", random.Next(2) == 0 ? Run.HostId : null, now);
        if (Run.IsFinal && random.Next(3) == 0)
            return new RetryRun(random.Next(2) == 0 ? "a" : null, Given.Host, "host", now);
        if (running.Count > 0 && random.Next(3) > 0)
            return Complete(Pick(running).Definition.Id);
        return random.Next(20) switch
        {
            0 => new PauseRun(now),
            1 or 2 => new ResumeRun(Given.Host, "host", now),
            3 when random.Next(8) == 0 => new CancelRun("enough", now),
            4 or 5 => new PassTime(now += TimeSpan.FromMinutes(random.Next(8))),
            _ when Run.Decisions.Count > 0 => Decide(Pick([.. Run.Decisions.Values])),
            _ => new PassTime(now),
        };
    }

    private CompleteStage Complete(string stage)
    {
        var state = Run.Stages[Run.IndexOf(stage)];
        var decided = state.Decision is { } id ? Run.Decisions[id] : null;
        var outcome = decided?.Status != DecisionStatus.Approved ? Ask(null)
            : random.Next(4) == 0 ? Ask((decided.Id, "a file is another"))
            : random.Next(5) == 0 ? AttemptOutcome.Failure(ErrorCodes.NetworkError, "x", retryable: true)
            : AttemptOutcome.Success;
        return new CompleteStage(stage, state.Attempt, state.Execution, outcome, now);
    }

    private AttemptOutcome Ask((Guid, string)? voids)
    {
        Approver[] first = [new(Starter, Starter), new("bob", "bob"), new("cat", "cat"), new("fay", "cat"), new("fay", Starter)];
        Approver[] second = [new("dan", "dan"), new("bob", "bob")];
        var ruling = random.Next(8) == 0
            ? new DecisionRuling(true, "sure enough", [], "policy")
            : new DecisionRuling(false, "not sure", [Step("first", first, OnTimeout.Escalate), Step("second", second, Pick([OnTimeout.Reject, OnTimeout.Approve]))], "policy");
        var proposal = new DecisionProposal("data_migration", "Move it") { Options = random.Next(2) == 0 ? Options : [] };
        var subject = SubjectHash.Of([new SubjectArtifact("app", random.Next().ToString("x8"))], ["plan"], 5);
        return new AttemptOutcome { AsksDecision = new AskedDecision(proposal, ruling, subject) { Voids = voids } };
    }

    private DecideDecision Decide(DecisionState about) => new(
        about.Id, Pick([Verdict.Approve, Verdict.Approve, Verdict.Approve, Verdict.Approve, Verdict.Revise, Verdict.Escalate, Verdict.Abort]),
        Pick(People), "because", Given.Host, "host", now)
    {
        Option = about.Proposal.Options.Count == 0 || random.Next(3) > 0 ? null : Pick(Options),
        Subject = random.Next(3) > 0 ? null : random.Next(2) == 0 ? about.Subject.Sha256 : "another",
    };

    private static DecisionStep Step(string route, Approver[] approvers, OnTimeout then) => new(route, approvers, Quorum: 2, TimeSpan.FromMinutes(5), then);

    private T Pick<T>(IReadOnlyList<T> among) => among[random.Next(among.Count)];
}
