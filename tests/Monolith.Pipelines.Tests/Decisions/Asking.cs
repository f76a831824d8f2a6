using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Decisions.Clarity;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Decisions;

/// <summary>Commands about decisions, for a run that ada started.</summary>
internal static class Asking
{
    public const string Starter = "ada";

    public static readonly DecisionSubject Subject = SubjectHash.Of([new SubjectArtifact("app", "aa")], ["plan"], 5);

    public static Given Run(string stages)
    {
        var given = Given.Created(Given.Stages(stages));
        var created = ((RunCreated)given.Events[0]) with { Origin = new Origin { UserId = Starter } };
        return given.From(created).Claim();
    }

    public static Given Ask(this Given given, string stage, DecisionRuling ruling, DecisionSubject? subject = null, (Guid, string)? voids = null, params string[] options) =>
        given.Complete(stage, new AttemptOutcome
        {
            AsksDecision = new AskedDecision(new DecisionProposal("technical_refactor", "Do it?") { Options = options }, ruling, subject ?? Subject) { Voids = voids },
        });

    public static Given AskQuestions(this Given given, string stage) => given.Complete(stage, new AttemptOutcome
    {
        AsksQuestions = new AskedQuestions([new Question("why", QuestionType.OpenText, "Why?")], TimeSpan.FromHours(24)),
    });

    public static DecisionRuling People(int quorum, params string[] people) => new(
        IsAutomatic: false, "asked", [Step("first", quorum, OnTimeout.Reject, people)], "policy");

    public static DecisionStep Step(string route, int quorum, OnTimeout onTimeout, params string[] people) =>
        new(route, [.. people.Select(person => new Approver(person, person))], quorum, TimeSpan.FromMinutes(5), onTimeout);

    public static DecideDecision Say(this Given given, Verdict verdict, string by, Guid? decision = null) =>
        new(decision ?? given.Last().Id, verdict, by, "because", Given.OtherHost, "other", given.Now);

    public static DecisionState Last(this Given given) => given.Run.Decisions.Values.MaxBy(decision => decision.RequestedAt + TimeSpan.FromTicks(given.Run.Stages[given.Run.IndexOf(decision.Stage)].Decision == decision.Id ? 1 : 0))!;

    public static AnswerClarification Answer(this Given given, string json) => new(
        given.Run.Clarifications.Values.MaxBy(asked => asked.Round)!.Id, JsonDocument.Parse(json).RootElement.Clone(), "bob", Given.OtherHost, "other", given.Now);
}
