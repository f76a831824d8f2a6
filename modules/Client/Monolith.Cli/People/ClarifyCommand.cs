using System.CommandLine;
using Monolith.Cli.Runs;
using Monolith.Cli.Running;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.People;

/// <summary><c>clarify</c>: shows the questions of a run, or answers them.</summary>
internal static class ClarifyCommand
{
    private const string Word = "--answer";

    private static readonly Argument<Guid> Clarification = Arguments.Id("clarification", "monolith watch tells it.");

    private static readonly Option<string[]> Answer = new(Word, "-a")
    {
        Description = "A question's id and its answer: JSON when it is JSON, text otherwise. None shows the questions.",
        HelpName = "ID=VALUE",
    };

    private static readonly Option<string?> As = Acting.Option();

    public static Command Create(Surroundings around) =>
        new Command("clarify", "Shows the questions that a run waits with, or answers them.") { Clarification, Answer, As }.Does(around, async (session, cancellationToken) =>
        {
            var id = session.Get(Clarification);
            using var client = Acting.As(session, session.Get(As));
            return Given.Values(Word, session.Get(Answer)) is { } answers
                ? Settled(session, await client.AnswerClarificationAsync(id, new AnswerRequest { Answers = answers }, cancellationToken: cancellationToken))
                : Asked(session, await client.GetClarificationAsync(id, cancellationToken: cancellationToken));
        });

    private static int Settled(Session session, ClarificationResponse clarification) =>
        session.Answer(clarification, to => to.WriteLine($"{clarification.Id} {clarification.Status}"));

    private static int Asked(Session session, ClarificationResponse clarification) => session.Answer(clarification, to =>
    {
        foreach (var question in clarification.Questions)
            to.WriteLine(PersonWait.Asked(question));
    });
}
