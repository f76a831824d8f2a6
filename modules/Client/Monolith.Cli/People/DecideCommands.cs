using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Cli.Output;
using Monolith.Cli.Running;
using Monolith.Cli.Runs;
using Monolith.Client;

namespace Monolith.Cli.People;

/// <summary><c>decisions</c>, <c>decide</c> and its short form <c>approve</c>.</summary>
internal static class DecideCommands
{
    private const string Approved = "approve";
    private static readonly string[] Headings = ["DECISION", "PIPELINE", "STAGE", "STATUS", "WHAT", "UNTIL"];

    private static readonly Argument<Guid> Decision = Arguments.Id("decision", "monolith decisions lists them.");
    private static readonly Argument<string> Verdict = new Argument<string>("verdict").AcceptOnlyFromAmong(Approved, "revise", "escalate", "abort");
    private static readonly Option<string?> Reason = new("--reason", "-r") { Description = "Why; it is kept with the run.", HelpName = "TEXT" };
    private static readonly Option<string?> Choice = new("--option", "-o") { Description = "What is chosen, where there is something to choose from.", HelpName = "TEXT" };
    private static readonly Option<string?> Remark = new("--remark") { Description = "What the agent is to know, as JSON.", HelpName = "JSON" };
    private static readonly Option<string?> As = Acting.Option();
    private static readonly Option<string> Status = new("--status") { Description = "Of this status only.", HelpName = "STATUS", DefaultValueFactory = _ => "pending" };

    public static Command Approve(Surroundings around) =>
        new Command(Approved, "Approves what a run waits for.") { Decision, Reason, Choice, Remark, As }
            .Does(around, (session, cancellationToken) => SettleAsync(session, Approved, cancellationToken));

    public static Command Decide(Surroundings around) =>
        new Command("decide", "Settles what a run waits for: approve, revise, escalate or abort.") { Decision, Verdict, Reason, Choice, Remark, As }
            .Does(around, (session, cancellationToken) => SettleAsync(session, session.Get(Verdict), cancellationToken));

    public static Command List(Surroundings around) =>
        new Command("decisions", "Lists what runs wait for people to decide.") { Status }.Does(around, async (session, cancellationToken) =>
        {
            var found = await session.Client.ListDecisionsAsync(session.Get(Status), project: session.Project, cancellationToken: cancellationToken);
            return session.Answer(found.Decisions, Headings, decision =>
                [$"{decision.Id}", decision.Pipeline, decision.Stage, decision.Status, decision.Proposal.Title, Shown.Time(decision.ExpiresAt)]);
        });

    private static async Task<int> SettleAsync(Session session, string verdict, CancellationToken cancellationToken)
    {
        using var client = Acting.As(session, session.Get(As));
        var body = new DecideRequest { Reason = session.Get(Reason), Option = session.Get(Choice), Remark = RemarkOf(session) };
        var id = session.Get(Decision);
        var settled = await (verdict switch
        {
            Approved => client.ApproveDecisionAsync(id, body: body, cancellationToken: cancellationToken),
            "revise" => client.ReviseDecisionAsync(id, body: body, cancellationToken: cancellationToken),
            "escalate" => client.EscalateDecisionAsync(id, body: body, cancellationToken: cancellationToken),
            _ => client.AbortDecisionAsync(id, body: body, cancellationToken: cancellationToken),
        });
        return session.Answer(settled, to => to.WriteLine($"{settled.Id} {settled.Status}{Missing(settled)}"));
    }

    private static string Missing(DecisionResponse decision) =>
        decision.Status == "pending" ? $": {decision.Votes.Count} of {decision.Quorum}" : "";

    private static JsonNode? RemarkOf(Session session)
    {
        try
        {
            return session.Get(Remark) is { } text ? JsonNode.Parse(text) : null;
        }
        catch (JsonException wrong)
        {
            throw new BadInputException($"--remark: this is no JSON: {wrong.Message}");
        }
    }
}
